package io.v11.training.data.split;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FoldsTest {
    private static final long FAR = 1_000_000L;

    @Test
    void shouldCutEveryInstrumentAtTheSameSharesOfItsOwnTime() {
        Dataset data = TwoMarkets.of(1000, FAR);

        List<TimeSplit> folds = Folds.forward(data, TwoMarkets.labelled(data), 3, 0.4, 0.25, 0, 0);

        for (int fold = 0; fold < 3; fold++) {
            double from = 0.4 + 0.2 * fold;
            for (int instrument = 0; instrument < 2; instrument++) {
                long start = instrument * FAR;
                assertEquals(start, first(data, folds.get(fold).train(), instrument));
                assertEquals(start + from * 7500, first(data, folds.get(fold).validation(), instrument), 10);
                assertEquals(start + from * 10_000, first(data, folds.get(fold).test(), instrument), 10);
                assertEquals(start + (from + 0.2) * 10_000, last(data, folds.get(fold).test(), instrument), 20);
            }
        }
    }

    @Test
    void shouldPredictEveryRowBehindTheFirstPartOnceWhenThereIsNoEmbargo() {
        Dataset data = TwoMarkets.of(500, FAR);
        BitSet predicted = new BitSet();

        for (TimeSplit fold : Folds.forward(data, TwoMarkets.labelled(data), 5, 0.3, 0.2, 0, 0)) {
            for (int row : fold.test()) {
                assertFalse(predicted.get(row), "row " + row);
                predicted.set(row);
            }
        }

        assertEquals(2 * 350, predicted.cardinality(), 2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 35, 120", "4000, 0, 0", "4000, 35, 120", "1000000, 35, 120"})
    void shouldKeepLabelsOfWhatIsLearntClearOfEveryPiece(long laterNs, long purgeNs, long embargoNs) {
        Dataset data = TwoMarkets.of(1000, laterNs);
        int[] rows = TwoMarkets.labelled(data);

        for (TimeSplit fold : Folds.forward(data, rows, 4, 0.3, 0.25, purgeNs, embargoNs)) {
            assertTrue(fold.train().length > 10 && fold.validation().length > 5);
            for (int instrument = 0; instrument < 2; instrument++) {
                // Rows of the piece from its first on; the piece itself begins an embargo earlier.
                long from = first(data, fold.test(), instrument) - embargoNs;
                long to = last(data, fold.test(), instrument);
                for (int row : Folds.development(fold)) {
                    assertTrue(data.labelEndNs(row) + purgeNs < from || data.eventTimeNs(row) > to + embargoNs,
                            "row " + row + " of " + data.instrument(row) + " touches " + from + " .. " + to);
                }
                assertTrue(lastLabel(data, fold.train(), instrument) + purgeNs
                        + embargoNs <= first(data, fold.validation(), instrument));
            }
        }
    }

    @Test
    void shouldLearnFromAStretchOfTheSameLengthWhenSliding() {
        Dataset data = TwoMarkets.of(1000, FAR);

        List<TimeSplit> folds = Folds.sliding(data, TwoMarkets.labelled(data), 4, 0.5, 0.2, 0, 0);

        for (int fold = 0; fold < 4; fold++) {
            assertEquals(800, folds.get(fold).train().length, 6);
            assertEquals(200, folds.get(fold).validation().length, 6);
            assertEquals(250, folds.get(fold).test().length, 6);
            assertEquals(fold * 1250.0, first(data, folds.get(fold).train(), 0), 10);
        }
    }

    @Test
    void shouldHandOutNoOtherRowsThanThoseGiven() {
        Dataset data = TwoMarkets.of(1000, FAR);
        TimeSplit plan = TimeSplit.of(IntStream.range(0, 600).toArray(), IntStream.range(600, 700).toArray(),
                IntStream.range(700, 900).toArray());
        int[] development = Folds.development(plan);

        List<TimeSplit> folds = Folds.forward(data, development, 3, 0.5, 0.2, 0, 0);

        assertArrayEquals(IntStream.range(0, 700).toArray(), development);
        for (TimeSplit fold : folds) {
            assertTrue(IntStream.concat(Arrays.stream(Folds.development(fold)), Arrays.stream(fold.test()))
                    .allMatch(row -> row < 700));
        }
    }

    @Test
    void shouldRefuseFoldsThatAreEmptyOrMeanNothing() {
        Dataset data = TwoMarkets.of(100, FAR);
        int[] rows = TwoMarkets.labelled(data);

        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> Folds.forward(data, rows, 4, 0.5, 0.2, 5000, 0));

        assertTrue(refusal.getMessage().contains("fold 0 is empty after purge and embargo: 0 rows train"),
                refusal.getMessage());
        assertThrows(ConfigurationException.class, () -> Folds.forward(data, rows, 0, 0.5, 0.2, 0, 0));
        assertThrows(ConfigurationException.class, () -> Folds.forward(data, rows, 4, 1.0, 0.2, 0, 0));
        assertThrows(ConfigurationException.class, () -> Folds.forward(data, rows, 4, 0.5, 1.0, 0, 0));
        assertThrows(ConfigurationException.class, () -> Folds.forward(data, rows, 4, 0.5, 0.2, -1, 0));
        assertThrows(IllegalArgumentException.class,
                () -> Folds.forward(data, new int[]{3, 2}, 4, 0.5, 0.2, 0, 0));
        assertThrows(IllegalArgumentException.class,
                () -> Folds.forward(data, new int[]{0, data.rows() - 1}, 4, 0.5, 0.2, 0, 0));
    }

    private static IntStream of(Dataset data, int[] rows, int instrument) {
        return Arrays.stream(rows).filter(row -> data.instrument(row) == instrument);
    }

    private static long first(Dataset data, int[] rows, int instrument) {
        return data.eventTimeNs(of(data, rows, instrument).findFirst().orElseThrow());
    }

    private static long last(Dataset data, int[] rows, int instrument) {
        return of(data, rows, instrument).mapToLong(data::eventTimeNs).max().orElseThrow();
    }

    private static long lastLabel(Dataset data, int[] rows, int instrument) {
        return of(data, rows, instrument).mapToLong(data::labelEndNs).max().orElseThrow();
    }
}
