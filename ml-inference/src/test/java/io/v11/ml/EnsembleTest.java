package io.v11.ml;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EnsembleTest {
    private static final FeatureSchema SCHEMA = FeatureSchema.of(List.of("x", "y", "z", "w"),
            List.of("bps", "bps", "bps", "bps"));

    private final FeatureVector features = new FeatureVector(1);
    private final ModelScores scores = new ModelScores(3);
    private final List<String> closed = new ArrayList<>();

    @Test
    void shouldAverageWhatItsModelsSay() {
        try (Ensemble ensemble = new Ensemble(List.of(says("a", 0.25), says("b", 0.5), says("c", 0.75)), 2.0)) {
            ensemble.score(features, scores);

            assertEquals(0.5, scores.ensemble());
            assertEquals(0b111, scores.validMask());
            assertEquals(0.75, scores.score(2));
            assertEquals(List.of("a", "b", "c"), ensemble.names());
            assertEquals(2.0, ensemble.meanMoveBps());
        }
        assertEquals(List.of("a", "b", "c"), closed);
    }

    @Test
    void shouldLeaveOutModelsThatAbstainOrTalkNonsense() {
        try (Ensemble ensemble = new Ensemble(List.of(says("a", Double.NaN), says("b", 0.5), says("c", 1.5)), 2.0)) {
            ensemble.score(features, scores);

            assertEquals(0b010, scores.validMask());
            assertEquals(0.5, scores.ensemble());
            assertTrue(scores.ready());
        }
    }

    @Test
    void shouldHaveNoValueWhenAllAbstain() {
        try (Ensemble ensemble = new Ensemble(List.of(says("a", Double.NaN)), 2.0)) {
            ensemble.score(features, scores);

            assertFalse(scores.ready());
            assertEquals(0, scores.validMask());
        }
    }

    @Test
    void shouldSayHowManyOfTheInputsAreMissing() {
        try (Ensemble ensemble = new Ensemble(List.of(says("a", 0.1), says("b", 0.2), says("c", 0.3)), 1.0)) {
            FeatureVector vector = new FeatureVector(4);
            vector.set(0, 1.0);
            vector.set(2, 1.0);

            ensemble.score(vector, scores);

            // x, y and z are read, y is missing; w is missing too and nobody reads it.
            assertEquals(1.0 / 3.0, scores.invalidInputs());
            scores.clear();
            assertEquals(0.0, scores.invalidInputs());
        }
    }

    @Test
    void shouldAllocateNothing() {
        try (Ensemble ensemble = new Ensemble(List.of(says("a", 0.1), says("b", 0.2), says("c", Double.NaN)), 1.0)) {
            assertEquals(0, AllocatedBytes.of(() -> {
                for (int i = 0; i < 1_000_000; i++) {
                    scores.clear();
                    ensemble.score(features, scores);
                }
            }));
        }
    }

    @Test
    void shouldRefuseToBeEmptyOrWorthNothing() {
        assertThrows(ModelException.class, () -> new Ensemble(List.of(), 1.0));
        assertThrows(ModelException.class, () -> new Ensemble(List.of(says("a", 0.5)), 0.0));
        assertThrows(ModelException.class, () -> new Ensemble(List.of(says("a", 0.5)), Double.NaN));
    }

    private Model says(String name, double probability) {
        return new Model() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ModelInputs inputs() {
                return ModelInputs.of(SCHEMA, name.equals("c") ? List.of("y", "z") : List.of("x", "y"), InputPlane.RAW);
            }

            @Override
            public double score(FeatureVector vector) {
                return probability;
            }

            @Override
            public void close() {
                closed.add(name);
            }
        };
    }
}
