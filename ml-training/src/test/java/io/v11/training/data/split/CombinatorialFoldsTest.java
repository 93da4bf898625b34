package io.v11.training.data.split;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

class CombinatorialFoldsTest {
    private static final long FAR = 1_000_000L;

    /** López de Prado, Advances in Financial Machine Learning, figure 12.1 and 12.2: 6 groups, 2 predicted. */
    @Test
    void shouldMakeTheFoldsAndPathsOfTheBooksExample() {
        CombinatorialFolds folds = of(TwoMarkets.of(300, FAR), 6, 2);

        assertEquals(15, folds.folds().size());
        assertEquals(5, folds.paths());
        assertEquals(List.of(0, 1), folds.folds().get(0).tested());
        assertEquals(List.of(4, 5), folds.folds().get(14).tested());
        // Path 1 of the book: groups 1 and 2 by fold 1, 3 by fold 2, 4 by fold 3, 5 by fold 4, 6 by fold 5.
        int[] first = {0, 0, 1, 2, 3, 4};
        // Path 2: fold 2 for group 1, fold 6 for groups 2 and 3, folds 7, 8, 9 for the rest.
        int[] second = {1, 5, 5, 6, 7, 8};
        for (int group = 0; group < 6; group++) {
            assertEquals(first[group], folds.foldOf(0, group));
            assertEquals(second[group], folds.foldOf(1, group));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 2, 1", "5, 1, 5, 1", "5, 2, 10, 4", "10, 2, 45, 9", "7, 3, 35, 15"})
    void shouldGiveEveryPredictionToOnePath(int groups, int tested, int count, int paths) {
        CombinatorialFolds folds = of(TwoMarkets.of(300, FAR), groups, tested);
        Set<String> used = new HashSet<>();

        for (int path = 0; path < folds.paths(); path++) {
            for (int group = 0; group < groups; group++) {
                int fold = folds.foldOf(path, group);
                assertTrue(folds.folds().get(fold).tested().contains(group));
                assertTrue(used.add(fold + "/" + group));
            }
        }

        assertEquals(count, folds.folds().size());
        assertEquals(paths, folds.paths());
        assertEquals(count * tested, used.size());
        assertThrows(IllegalArgumentException.class, () -> folds.foldOf(folds.paths(), 0));
    }

    @Test
    void shouldCutTheRowsOfEveryInstrumentIntoGroupsOfEqualTime() {
        Dataset data = TwoMarkets.of(600, FAR);
        CombinatorialFolds folds = of(data, 6, 2);
        BitSet seen = new BitSet();

        for (int[] group : folds.rows()) {
            assertEquals(200, group.length, 2);
            for (int row : group) {
                assertFalse(seen.get(row));
                seen.set(row);
            }
        }

        assertArrayEquals(TwoMarkets.labelled(data), seen.stream().toArray());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0.2", "0, 35, 120, 0.2", "3000, 0, 0, 0", "3000, 35, 120, 0.2", "1000000, 35, 120, 0.3"})
    void shouldLearnFromNoSpanThatTouchesAPredictedOne(long laterNs, long purgeNs, long embargoNs, double share) {
        Dataset data = TwoMarkets.of(600, laterNs);
        CombinatorialFolds folds = CombinatorialFolds.of(data, TwoMarkets.labelled(data), 6, 2, share, purgeNs,
                embargoNs);

        for (CombinatorialFolds.Fold fold : folds.folds()) {
            TimeSplit split = fold.split();
            int[] learnt = Folds.development(split);
            for (int row : learnt) {
                for (int test : split.test()) {
                    boolean before = data.labelEndNs(row) + purgeNs < data.eventTimeNs(test);
                    boolean behind = data.eventTimeNs(row) > data.labelEndNs(test) + embargoNs;
                    assertTrue(before || behind,
                            () -> fold.tested() + ": row " + row + " touches predicted row " + test);
                }
            }
            for (int instrument = 0; instrument < 2; instrument++) {
                shouldValidateBehindAllThatTrains(data, split, instrument, purgeNs + embargoNs);
            }
            assertEquals(share, split.validation().length / (double) learnt.length, 0.1, fold.tested().toString());
        }
    }

    private static void shouldValidateBehindAllThatTrains(Dataset data, TimeSplit split, int instrument, long gapNs) {
        long lastLabel = Long.MIN_VALUE;
        for (int row : split.train()) {
            lastLabel = data.instrument(row) == instrument ? Math.max(lastLabel, data.labelEndNs(row)) : lastLabel;
        }
        for (int row : split.validation()) {
            assertTrue(data.instrument(row) != instrument || lastLabel + gapNs <= data.eventTimeNs(row), "row " + row);
        }
    }

    @Test
    void shouldRefuseWhatMeansNothing() {
        Dataset data = TwoMarkets.of(100, FAR);
        int[] rows = TwoMarkets.labelled(data);

        assertThrows(ConfigurationException.class, () -> of(data, 1, 1));
        assertThrows(ConfigurationException.class, () -> of(data, 6, 6));
        assertThrows(ConfigurationException.class, () -> of(data, 20, 10));
        assertThrows(ConfigurationException.class, () -> CombinatorialFolds.of(data, rows, 6, 2, 1.0, 0, 0));
        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> CombinatorialFolds.of(data, rows, 6, 2, 0.0, 2_000, 2_000));
        assertTrue(refusal.getMessage().contains("is empty after purge and embargo: 0 rows train"),
                refusal.getMessage());
    }

    private static CombinatorialFolds of(Dataset data, int groups, int tested) {
        return CombinatorialFolds.of(data, TwoMarkets.labelled(data), groups, tested, 0.0, 0, 0);
    }
}
