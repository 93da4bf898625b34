package io.v11.engine.inference;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.OrderFrames;
import io.v11.ml.Ensemble;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.InferenceBudget;
import io.v11.ml.MeanModel;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;
import io.v11.ml.calibration.CoverageGate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InferenceStageTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;

    private final OrderFrames frames = new OrderFrames();
    private int asked;
    private final InferenceStage stage = new InferenceStage((in, out) -> {
        asked++;
        out.set(0, in.value(0));
        out.ensemble(in.value(0));
    });

    @Test
    void shouldScoreDecisionsOnly() {
        stage.onEvent(frames.quiet(0));
        assertEquals(0, asked);
        assertFalse(frames.slot().scores().ready());

        stage.onEvent(decision(0.75));
        assertEquals(1, asked);
        assertTrue(frames.slot().scores().ready());
        assertEquals(0.75, frames.slot().scores().ensemble());
        assertEquals(0L, stage.stateHash(), "without state");
    }

    @Test
    void shouldLeaveOutMembersInABurstOfEventTime() {
        InferenceStage ensemble = new InferenceStage(Scorer.of(ensemble()));
        frames.at(START_NS);

        ensemble.onEvent(decision(0.75));
        assertEquals(0, frames.slot().scores().skippedMask());
        ensemble.onEvent(decision(0.75));
        assertEquals(0b01, frames.slot().scores().skippedMask());
        ensemble.onEvent(decision(0.75));
        assertEquals(0b11, frames.slot().scores().skippedMask());
        assertFalse(frames.slot().scores().ready());

        frames.at(START_NS + 1_000);
        ensemble.onEvent(decision(0.75));
        assertEquals(0, frames.slot().scores().skippedMask());
        assertTrue(frames.slot().scores().ready());
    }

    @Test
    void shouldHashWhatItsModelsRememberAndForgetItAtStart() {
        InferenceStage first = new InferenceStage(Scorer.of(ensemble()));
        InferenceStage second = new InferenceStage(Scorer.of(ensemble()));
        frames.at(START_NS);
        first.onStart();
        long fresh = first.stateHash();

        first.onEvent(decision(0.75));
        long once = first.stateHash();
        first.onEvent(frames.quiet(0));
        assertEquals(once, first.stateHash(), "no decision, no change");
        second.onEvent(decision(0.25));

        assertNotEquals(fresh, once);
        assertNotEquals(once, second.stateHash(), "another vector is remembered");
        first.onStart();
        assertEquals(fresh, first.stateHash());
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        InferenceStage ensemble = new InferenceStage(Scorer.of(ensemble()));

        assertEquals(0L, AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                frames.at(START_NS + 20L * i);
                stage.onEvent(decision(0.25));
                ensemble.onEvent(decision(0.25));
                ensemble.stateHash();
            }
        }));
    }

    /** Two members of 30 and 10 ns within 50; the first goes first. */
    private static Ensemble ensemble() {
        return new Ensemble(List.of(new LastValue(), new LastValue()), new MeanModel(2),
                new InferenceBudget(50, new long[]{30, 10}, new int[]{0, 1}), new CoverageGate(0.5, 0.0, 0.02), 1.0);
    }

    private EngineEvent decision(double value) {
        EngineEvent event = frames.quiet(0);
        event.features().set(0, value);
        event.features().origin(0, event.timeNs(), 0);
        event.features().ready(true);
        return event;
    }

    /** Says its first input, and remembers it. */
    private static final class LastValue implements Model {
        private final ModelInputs inputs = ModelInputs.of(
                FeatureSchema.of(List.of("x", "y", "z", "w"), List.of("bps", "bps", "bps", "bps")), List.of("x"),
                io.v11.ml.InputPlane.RAW);
        private double last;

        @Override
        public String name() {
            return "last";
        }

        @Override
        public ModelInputs inputs() {
            return inputs;
        }

        @Override
        public double score(FeatureVector features) {
            last = inputs.value(features, 0);
            return last;
        }

        @Override
        public void skip(FeatureVector features) {
            last = 0.0;
        }

        @Override
        public void reset() {
            last = 0.0;
        }

        @Override
        public long stateHash() {
            return Double.doubleToRawLongBits(last);
        }
    }
}
