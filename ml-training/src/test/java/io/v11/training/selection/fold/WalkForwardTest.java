package io.v11.training.selection.fold;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.selection.PlantedMarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WalkForwardTest {
    private static final long STEP = PlantedMarket.STEP_NS;

    private final Dataset data = PlantedMarket.of(1, 3000, 8, 1.0, 1);
    private final int[] rows = PlantedMarket.labelled(data);

    @Test
    void shouldChooseOnRowsThatNoOtherFoldHas() {
        BitSet seen = new BitSet();

        for (Fold fold : WalkForward.of(data, rows, 4, 0, 0)) {
            for (int row : fold.recent()) {
                assertFalse(seen.get(row), "row " + row);
                seen.set(row);
            }
        }

        assertTrue(seen.cardinality() > 0.75 * rows.length, "rows chosen on: " + seen.cardinality());
    }

    @Test
    void shouldJudgeBehindAllThatWasFitted() {
        for (Fold fold : WalkForward.of(data, rows, 4, 10 * STEP, 20 * STEP)) {
            long boundary = data.eventTimeNs(fold.next()[0]) - 20 * STEP;
            long lastLabel = Arrays.stream(fold.past()).mapToLong(data::labelEndNs).max().orElseThrow();

            assertTrue(lastLabel + 10 * STEP < boundary, "label ends " + lastLabel + " boundary " + boundary);
            assertEquals(fold.past()[fold.past().length - 1], fold.recent()[fold.recent().length - 1]);
        }
    }

    @Test
    void shouldGrowThePastAndJudgeEveryRowOnceAtMost() {
        List<Fold> folds = WalkForward.of(data, rows, 4, 0, 0);
        BitSet judged = new BitSet();

        for (int i = 0; i < folds.size(); i++) {
            assertEquals((i + 1) * rows.length / 5, folds.get(i).past().length, 2);
            for (int row : folds.get(i).next()) {
                assertFalse(judged.get(row));
                judged.set(row);
            }
        }
    }

    @Test
    void shouldRefuseFoldsThatAreTooShort() {
        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> WalkForward.of(data, Arrays.copyOf(rows, 900), 4, 0, 0));

        assertTrue(refusal.getMessage().contains("900 labelled rows are too few for 4 folds"), refusal.getMessage());
    }

    @Test
    void shouldRefuseAPurgeThatLeavesNothing() {
        assertThrows(ConfigurationException.class, () -> WalkForward.of(data, rows, 4, 5000 * STEP, 0));
    }
}
