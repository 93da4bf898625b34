package io.v11.ml.calibration;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class CalibratedModelTest {
    private final FeatureVector features = new FeatureVector(1);
    private final Recorded model = new Recorded();

    @Test
    void shouldCalibrateTheScoreAndLeaveTheRestToTheModel() {
        CalibratedModel calibrated = new CalibratedModel(model, new PlattCalibration(0.5, 0.0));
        features.set(0, 0.8);

        double score = calibrated.score(features);
        calibrated.skip(features);
        calibrated.reset();
        calibrated.close();

        assertEquals(2.0 / 3.0, score, 1e-15);
        assertEquals(List.of("score", "skip", "reset", "close"), model.calls);
        assertEquals("recorded", calibrated.name());
        assertSame(model.inputs, calibrated.inputs());
        assertEquals(42L, calibrated.stateHash());
    }

    @Test
    void shouldAbstainWhenTheModelDoes() {
        features.set(0, Double.NaN);

        assertEquals(Double.NaN, new CalibratedModel(model, new PlattCalibration(0.0, 0.0)).score(features));
    }

    /** Says what the only feature says, and remembers what it was asked. */
    private static final class Recorded implements Model {
        private final List<String> calls = new ArrayList<>();
        private final ModelInputs inputs = ModelInputs.all(FeatureSchema.of(List.of("x"), List.of("probability")));

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public ModelInputs inputs() {
            return inputs;
        }

        @Override
        public double score(FeatureVector vector) {
            calls.add("score");
            return inputs.value(vector, 0);
        }

        @Override
        public void skip(FeatureVector vector) {
            calls.add("skip");
        }

        @Override
        public void reset() {
            calls.add("reset");
        }

        @Override
        public long stateHash() {
            return 42L;
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
