package io.v11.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.ConfigurationException;
import io.v11.training.data.FeatureSelection.Note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeatureSelectionTest {
    @Test
    void shouldReadBackWhatItWrote(@TempDir Path folder) throws IOException {
        FeatureSelection selection = new FeatureSelection(List.of("spread_bps", "l1_imbalance"),
                List.of(new Note("source", "mRMR, \"stable\" in 5 of 5 folds; C:\\x"),
                        new Note("created", "2026-01-02")));

        selection.write(folder.resolve("selection.yaml"));

        FeatureSelection read = FeatureSelection.read(folder.resolve("selection.yaml"));
        assertEquals(selection, read);
        assertEquals("2026-01-02", read.note("created"));
        assertEquals("", read.note("journal"));
    }

    @Test
    void shouldReadAListMadeByHand() {
        assertEquals(List.of("b", "a"), FeatureSelection.parse("x", "# mine\nb\n\n  a  # second\n").features());
        assertEquals(List.of("b", "a"), FeatureSelection.parse("x", "features: [b, a]").features());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"features: [a, a] | 'a' stands twice", "features: [] | no feature is selected",
        "features: a | must be a list", "features: ['a b'] | without white space",
        "features: [a, [b]] | line 1: features must hold a single value", "a b | without white space",
        "features: [a | not valid YAML"})
    void shouldRefuseWhatCannotBeMeantAndNameTheFile(String text, String reason) {
        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> FeatureSelection.parse("mine.yaml", text));

        assertTrue(refusal.getMessage().startsWith("mine.yaml: "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
