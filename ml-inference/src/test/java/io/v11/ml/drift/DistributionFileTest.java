package io.v11.ml.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DistributionFileTest {
    @Test
    void shouldReadBackEveryBit() {
        DriftReference reference = reference();
        String text = DistributionFile.text(reference);

        DriftReference read = DistributionFile.parse("distribution.csv", text);

        assertEquals(text, DistributionFile.text(read));
        assertEquals(List.of("NEXOUSDT.SPOT", "BTCUSDT.SPOT"), List.copyOf(read.instruments()));
        assertEquals(reference.window(), read.window());
        assertEquals(reference.spacingNs(), read.spacingNs());
        FeatureDistribution wrote = reference.features("BTCUSDT.SPOT").getFirst();
        FeatureDistribution found = read.features("BTCUSDT.SPOT").getFirst();
        for (int i = 0; i < wrote.bins().edges().length; i++) {
            assertEquals(wrote.bins().edges()[i], found.bins().edges()[i]);
        }
        assertEquals(wrote.psiUnit(), found.psiUnit());
        assertEquals(wrote.ksUnit(), found.ksUnit());
        assertEquals(wrote.invalid(), found.invalid());
        assertEquals(7.0, read.features("NEXOUSDT.SPOT").get(2).usual());
    }

    @Test
    void shouldReadAReferenceThatWatchesNothing() {
        String text = DistributionFile.text(DriftReference.NONE);
        assertTrue(DistributionFile.parse("distribution.csv", text).instruments().isEmpty());
    }

    /** Line 3 is the first feature: NORMAL, 6,000 samples. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "v11 distribution 1,|v12 distribution 1,|line 1", //
        "window=300|window=5|window", //
        "window=300|window=5x|line 1", //
        "spacingNs=1000000000|spacingNs=0|spacingNs", //
        "instrument,feature|feature,instrument|line 2", //
        "NEXOUSDT.SPOT,f0,6000|NEXOUSDT.SPOT,f0,6001|line 3", //
        "NEXOUSDT.SPOT,f0,6000,0|NEXOUSDT.SPOT,f0,6000,-1|line 3", //
        "NEXOUSDT.SPOT,f0,6000|NEXOUSDT.SPOT,f0,many|line 3: column 3 'many' is not a whole number", //
        "NEXOUSDT.SPOT,f0,6000|NEXOUSDT.SPOT,f0|line 3: 12 columns, must be 13", //
        "NEXOUSDT.SPOT,f0|NEXOUSDT.SPOT,|line 3: instrument and feature must have names", //
        "NEXOUSDT.SPOT,f1|NEXOUSDT.SPOT,f0|line 4: feature f0 of NEXOUSDT.SPOT stands twice", //
        "0,1.0,7.0,0|0,1.0,Infinity,0|usual value", //
        "0,1.0,7.0,0|0,0.5,7.0,0|line 5"})
    void shouldRefuseWhatItWouldNotHaveWritten(String from, String to, String reason) {
        String text = DistributionFile.text(reference());
        assertTrue(text.contains(from), text.substring(0, 400));

        String damaged = text.replaceFirst(Pattern.quote(from), to);

        assertRefused(damaged, reason);
    }

    @Test
    void shouldRefuseAFileThatWasCutOffAndEdgesThatDoNotAscend() {
        String text = DistributionFile.text(reference());
        assertRefused(text.substring(0, text.length() - 7), "the last line is cut off");
        assertRefused("", "line 1");
        String edge = Double.toString(reference().features("NEXOUSDT.SPOT").getFirst().bins().edges()[1]);
        assertRefused(text.replaceFirst(edge, "NaN"), "line 3: edges must be finite and ascend");
        assertRefused(text.replaceFirst(edge, "-99.0"), "line 3: edges must be finite and ascend");
        assertRefused(text.replaceFirst(" " + edge, ""), "line 3");
    }

    private static void assertRefused(String text, String reason) {
        ModelException refusal = assertThrows(ModelException.class,
                () -> DistributionFile.parse("distribution.csv", text));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("train the model again"), refusal.getMessage());
    }

    private static DriftReference reference() {
        Map<String, List<FeatureDistribution>> byInstrument = new LinkedHashMap<>();
        byInstrument.put("NEXOUSDT.SPOT", new Rehearsal(1).train(Market.NORMAL, 1, 20).train(Market.COUNTS, 1, 20)
                .train(Market.CONSTANT, 1, 20).references());
        byInstrument.put("BTCUSDT.SPOT", new Rehearsal(2).train(Market.BURSTS, 2, 20).references());
        return new DriftReference(DriftReference.WINDOW, DriftReference.SPACING_NS, byInstrument);
    }
}
