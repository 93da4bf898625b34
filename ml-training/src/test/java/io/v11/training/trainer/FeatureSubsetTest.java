package io.v11.training.trainer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelInputs;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.Slots;
import io.v11.training.data.SyntheticMarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeatureSubsetTest {
    private final Dataset data = SyntheticMarket.of(3, 20, 12, row -> 0.5);

    @Test
    void shouldTakeEverythingInTheOrderOfTheSchemaWhenNothingIsAskedFor() {
        assertEquals(data.featureNames(), names(List.of(), Optional.empty()));
    }

    @Test
    void shouldShowAndHideByPatternsInTheirOrder() {
        assertEquals(List.of("f1", "f11"), names(List.of("f1*", "!f10"), Optional.empty()));
        assertEquals(List.of("f1", "f10", "f11"), names(List.of("!f*", "f1*"), Optional.empty()));
        assertEquals(List.of("f2", "f5"), names(List.of("f5", "f2"), Optional.empty()));
    }

    @Test
    void shouldKeepOfTheSelectionWhatThePatternsShow() {
        assertEquals(List.of("f1", "f7"), names(List.of("!f10"), Optional.of(List.of("f7", "f10", "f1"))));
    }

    @Test
    void shouldRefuseWhatLeavesNothingOrDoesNotExist() {
        assertTrue(refusal(List.of("f1"), List.of("f2")).contains("no feature is left"));
        assertTrue(refusal(List.of(), List.of("f2", "f12")).contains("'f12' is not computed by this engine"));
        assertTrue(refusal(List.of("g*"), List.of("f2")).contains("no feature is called 'g*'"));
    }

    @Test
    void shouldRefuseNormalisedInputsWhenTheRowsHaveNone() {
        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> FeatureSubset.inputs(data, List.of(), Optional.empty(), InputPlane.NORMALISED));

        assertTrue(refusal.getMessage().contains("write inputs: RAW"), refusal.getMessage());
    }

    @Test
    void shouldLeaveOutWhatTheTrainRowsDoNotKnow() {
        Slots slots = new Slots(2);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(2));
        builder.beginSource();
        for (int i = 0; i < 40; i++) {
            builder.onEvent(slots.book(0, i, 100 + i, 200 + i, new double[]{i, i == 0 ? 1.0 : Double.NaN}));
        }
        Dataset seldom = builder.build();

        ModelInputs all = ModelInputs.all(seldom.schema());

        assertEquals(List.of("f0"),
                FeatureSubset.known(seldom, IntStream.range(0, 40).toArray(), all).schema().names());
        assertEquals(List.of("f0", "f1"), FeatureSubset.known(seldom, new int[]{0, 1}, all).schema().names());
    }

    private List<String> names(List<String> patterns, Optional<List<String>> selected) {
        ModelInputs inputs = FeatureSubset.inputs(data, patterns, selected.map(FeatureSelection::of),
                InputPlane.RAW);
        return inputs.schema().names();
    }

    private String refusal(List<String> patterns, List<String> selected) {
        return assertThrows(ConfigurationException.class, () -> names(patterns, Optional.of(selected))).getMessage();
    }
}
