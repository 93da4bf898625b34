package io.v11.engine.inference;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.OrderFrames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InferenceStageTest {
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
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        assertEquals(0L, AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                stage.onEvent(decision(0.25));
            }
        }));
    }

    private EngineEvent decision(double value) {
        EngineEvent event = frames.quiet(0);
        event.features().set(0, value);
        event.features().ready(true);
        return event;
    }
}
