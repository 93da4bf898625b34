package io.v11.training.data;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.training.data.HorizonLabels.Price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HorizonLabelsTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final double[] NO_DECISION = null;

    private final Slots slots = new Slots(1);

    @Test
    void shouldTakeTheSignOfTheReturnOverTheHorizon() {
        HorizonLabels labels = new HorizonLabels(Price.CLOSE, 3 * MINUTE, 0.0);

        Dataset data = bars(labels, 100, 105, 90, 101, 104, 104);

        assertTrue(data.up(0), "101 after 100, whatever lies between");
        assertFalse(data.up(1), "104 after 105");
        assertTrue(data.up(2), "104 after 90");
        assertEquals(100.0, data.moveBps(0), 1e-9);
        assertEquals(4 * MINUTE, data.labelEndNs(0), "the bar that ends at the barrier");
        assertFalse(data.labelled(3), "the journal ends before the barrier");
        assertEquals(3, labels.priceUnknown());
    }

    @Test
    void shouldGiveNoLabelWithinTheDeadZone() {
        HorizonLabels labels = new HorizonLabels(Price.CLOSE, MINUTE, 5.0);

        Dataset data = bars(labels, 1_000_000, 1_000_500, 1_001_001, 1_001_001);

        assertFalse(data.labelled(0), "5.0 bp");
        assertTrue(data.labelled(1), "5.007 bp");
        assertFalse(data.labelled(2), "unchanged");
        assertEquals(2, labels.withinDeadZone());
    }

    @Test
    void shouldGiveNoLabelWhenTheBarAtTheBarrierIsMissing() {
        HorizonLabels labels = new HorizonLabels(Price.CLOSE, 2 * MINUTE, 0.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        for (int minute : new int[]{1, 2, 4, 5, 6}) {
            builder.onEvent(slots.minute(0, minute * MINUTE, 100 + minute, 1.0));
        }

        Dataset data = builder.build();

        assertFalse(data.labelled(0), "no bar ended at minute 3");
        assertTrue(data.labelled(1), "minute 4");
        assertTrue(data.labelled(2), "minute 6");
    }

    @Test
    void shouldNumberRowsOfOneHorizonAlike() {
        Dataset data = bars(new HorizonLabels(Price.CLOSE, 3 * MINUTE, 0.0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertEquals(data.move(0), data.move(2));
        assertNotEquals(data.move(2), data.move(3));
        assertEquals(data.move(3), data.move(5));
        assertTrue(data.move(6) > data.move(3));
    }

    @Test
    void shouldTakeTheLastMidAtOrBeforeTheBarrier() {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), new HorizonLabels(Price.MID, 100, 0.0));
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 1000, 1002, 1.0));
        builder.onEvent(slots.book(0, 90, 990, 992, NO_DECISION));
        builder.onEvent(slots.book(0, 120, 2000, 2002, 1.0));
        builder.onEvent(slots.book(0, 220, 2010, 2012, NO_DECISION));

        Dataset data = builder.build();

        assertFalse(data.up(0), "the price of 120 is beyond the barrier of 110");
        assertEquals(120, data.labelEndNs(0), "when it became known that nothing came between");
        assertTrue(data.up(1));
        assertEquals(220, data.labelEndNs(1));
    }

    @Test
    void shouldGiveNoLabelAcrossALostBookOrAnotherJournal() {
        HorizonLabels labels = new HorizonLabels(Price.MID, 100, 0.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 1000, 1002, 1.0));
        builder.onEvent(slots.lost(0, 50));
        builder.onEvent(slots.book(0, 110, 1010, 1012, 1.0));
        builder.beginSource();
        builder.onEvent(slots.book(0, 210, 1020, 1022, NO_DECISION));

        Dataset data = builder.build();

        assertFalse(data.labelled(0));
        assertFalse(data.labelled(1));
        assertEquals(2, labels.priceUnknown());
    }

    @Test
    void shouldNotDependOnAnythingAfterTheEndOfTheLabel() {
        long[] closes = new Random(4).longs(300, 900, 1100).toArray();
        Dataset whole = bars(new HorizonLabels(Price.CLOSE, 7 * MINUTE, 30.0), closes);
        int labelled = 0;

        for (int row = 0; row < whole.rows(); row++) {
            if (whole.labelled(row)) {
                labelled++;
                int bars = (int) (whole.labelEndNs(row) / MINUTE);
                Dataset until = bars(new HorizonLabels(Price.CLOSE, 7 * MINUTE, 30.0), firstOf(closes, bars));
                Dataset before = bars(new HorizonLabels(Price.CLOSE, 7 * MINUTE, 30.0), firstOf(closes, bars - 1));
                assertTrue(until.labelled(row));
                assertEquals(whole.up(row), until.up(row));
                assertEquals(whole.moveBps(row), until.moveBps(row));
                assertEquals(whole.move(row), until.move(row));
                assertFalse(before.labelled(row));
            }
        }

        assertTrue(labelled > 250, "labelled=" + labelled);
    }

    @Test
    void shouldKeepManyRowsWaitingAtOnce() {
        long[] closes = new Random(4).longs(2000, 900, 1100).toArray();

        Dataset data = bars(new HorizonLabels(Price.CLOSE, 500 * MINUTE, 0.0), closes);

        for (int row = 0; row + 500 < closes.length; row++) {
            assertEquals(closes[row + 500] != closes[row], data.labelled(row));
            assertEquals(closes[row + 500] > closes[row], data.labelled(row) && data.up(row));
        }
    }

    @Test
    void shouldRefuseHorizonsAndZonesThatMeanNothing() {
        assertThrows(ConfigurationException.class, () -> new HorizonLabels(Price.CLOSE, 90_000_000_000L, 0.0));
        assertThrows(ConfigurationException.class, () -> new HorizonLabels(Price.MID, 0, 0.0));
        assertThrows(ConfigurationException.class, () -> new HorizonLabels(Price.MID, 1, -1.0));
        assertThrows(ConfigurationException.class, () -> new HorizonLabels(Price.MID, 1, Double.NaN));
    }

    /** Bars that end at minute 1, 2, ..., all of them rows. */
    private Dataset bars(HorizonLabels labels, long... closes) {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        for (int i = 0; i < closes.length; i++) {
            builder.onEvent(slots.minute(0, (i + 1) * MINUTE, closes[i], 1.0));
        }
        return builder.build();
    }

    private static long[] firstOf(long[] closes, int count) {
        return Arrays.copyOf(closes, count);
    }
}
