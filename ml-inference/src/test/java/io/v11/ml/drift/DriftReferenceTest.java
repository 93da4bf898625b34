package io.v11.ml.drift;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DriftReferenceTest {
    private static final List<FeatureDistribution> FEATURES = new Rehearsal(1).train(Market.NORMAL, 3, 20).references();

    @Test
    void shouldKeepOnlyWhatAModelReads() {
        DriftReference reference = of(500, Map.of("A", FEATURES)).restrictedTo(Set.of("f2", "f0", "unknown"));

        assertEquals(List.of("f0", "f2"), names(reference, "A"));
    }

    @Test
    void shouldJoinWhatSeveralModelsRead() {
        DriftReference first = of(500, Map.of("A", FEATURES.subList(0, 2)));
        DriftReference second = of(500, Map.of("A", FEATURES.subList(1, 3), "B", FEATURES.subList(0, 1)));

        DriftReference union = DriftReference.union(List.of(DriftReference.NONE, first, second));

        assertEquals(List.of("f0", "f1", "f2"), names(union, "A"));
        assertEquals(List.of("f0"), names(union, "B"));
        assertEquals(List.of(), names(union, "C"));
        assertEquals(Set.of(), DriftReference.union(List.of(DriftReference.NONE)).instruments());
    }

    @Test
    void shouldRefuseToJoinDifferentWindows() {
        DriftReference first = of(500, Map.of("A", FEATURES));
        DriftReference second = of(600, Map.of("A", FEATURES));

        assertThrows(ModelException.class, () -> DriftReference.union(List.of(first, second)));
    }

    private static DriftReference of(int window, Map<String, List<FeatureDistribution>> byInstrument) {
        return new DriftReference(window, 1L, byInstrument);
    }

    private static List<String> names(DriftReference reference, String instrument) {
        return reference.features(instrument).stream().map(FeatureDistribution::name).toList();
    }
}
