package io.v11.training.data.label;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.HorizonLabels;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.NextMoveLabels;
import io.v11.training.data.Slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CostAwareLabelsTest {
    private final Slots slots = new Slots(1);

    /** Spread 2 of 10,000 is 2 bp, fees 2 x 5 bp: a move must beat 12 bp. */
    @Test
    void shouldLabelOnlyMovesThatBeatSpreadAndBothFees() {
        CostAwareLabels labels = new CostAwareLabels(new HorizonLabels(Price.MID, 100, 0.0), 5.0, 0.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        long[] mids = {10_000, 10_012, 10_000, 9_987, 9_987, 10_001};
        for (int i = 0; i < mids.length; i++) {
            builder.onEvent(slots.book(0, i * 100, mids[i] - 1, mids[i] + 1, 1.0));
        }

        Dataset data = builder.build();

        assertEquals(12.0, labels.costBps(0), 1e-9);
        assertFalse(data.labelled(0), "12 bp pay nothing");
        assertFalse(data.labelled(1), "11.99 bp");
        assertTrue(data.labelled(2) && !data.up(2), "13 bp down");
        assertFalse(data.labelled(3), "no move");
        assertTrue(data.labelled(4) && data.up(4), "14.02 bp up");
        assertEquals(2, labels.withinCosts());
        assertTrue(labels.remark().startsWith("2 rows have a move that does not pay"), labels.remark());
        assertTrue(labels.remark().contains("1 rows have a return within the dead zone"), labels.remark());
    }

    @Test
    void shouldTakeTheSpreadAtTheDecision() {
        CostAwareLabels labels = new CostAwareLabels(new NextMoveLabels(), 0.0, 0.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        builder.onEvent(slots.book(0, 1, 9_990, 10_010, 1.0));
        builder.onEvent(slots.book(0, 2, 9_999, 10_001, 1.0));
        builder.onEvent(slots.book(0, 3, 10_009, 10_011, (double[]) null));

        Dataset data = builder.build();

        assertFalse(data.labelled(0), "10 bp against a spread of 20");
        assertTrue(data.up(1), "10 bp against a spread of 2");
        assertTrue(data.labelled(1));
    }

    @Test
    void shouldAssumeASpreadWhereThereIsNoBook() {
        CostAwareLabels labels = new CostAwareLabels(new HorizonLabels(Price.CLOSE, 60_000_000_000L, 0.0), 5.0, 3.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        builder.onEvent(slots.minute(0, 60_000_000_000L, 10_000, 1.0));
        builder.onEvent(slots.minute(0, 120_000_000_000L, 10_013, 1.0));
        builder.onEvent(slots.minute(0, 180_000_000_000L, 10_027, (double[]) null));

        Dataset data = builder.build();

        assertEquals(13.0, labels.costBps(0), 1e-9);
        assertFalse(data.labelled(0));
        assertTrue(data.labelled(1), "13.98 bp");
    }

    @Test
    void shouldRefuseCostsThatMeanNothing() {
        assertThrows(ConfigurationException.class, () -> new CostAwareLabels(new NextMoveLabels(), -1.0, 0.0));
        assertThrows(ConfigurationException.class, () -> new CostAwareLabels(new NextMoveLabels(), 1.0, Double.NaN));
    }
}
