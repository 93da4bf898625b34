package io.v11.training.data.label;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.Slots;
import io.v11.training.data.label.TrendScanLabels.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrendScanLabelsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final Slots slots = new Slots(1);

    /** 0, 1, 3, 3: slope 5.5 / 5, residual squares 6.75 - 5.5^2 / 5 = 0.7, t = 1.1 / sqrt(0.7 / 2 / 5). */
    @Test
    void shouldFitTheLineOfTheWorkedExample() {
        Trend trend = new Trend();
        for (double y : new double[]{0, 1, 3, 3}) {
            trend.add(y);
        }

        assertEquals(1.1, trend.slope(), 1e-12);
        assertEquals(1.1 / Math.sqrt(0.07), trend.tValue(), 1e-9);
    }

    @Test
    void shouldBoundTheTOfAPerfectLineAndHaveNoneForAFlatOne() {
        Trend line = new Trend();
        Trend flat = new Trend();
        for (int i = 0; i < 7; i++) {
            line.add(-0.1 * i);
            flat.add(0.0);
        }

        assertEquals(-Trend.MOST_T, line.tValue());
        assertEquals(0.0, flat.tValue());
    }

    /** Up for five bars, then down for long: the longer line is the clearer one. */
    @Test
    void shouldTakeTheSignOfTheClearestLine() {
        TrendScanLabels labels = labels(Price.CLOSE, MINUTE, 3, 9, 0.0);
        Dataset data = bars(labels, 1000, 1010, 1005, 1012, 1011, 970, 940, 912, 880, 850);

        assertFalse(data.up(0));
        assertTrue(labels.tValue(0) < -3.0, "t=" + labels.tValue(0));
        assertEquals(9 * MINUTE, data.labelEndNs(0), "known when the longest line is");
    }

    @Test
    void shouldAgreeWithLinesFittedOneByOne() {
        Random random = new Random(3);
        long[] closes = new long[600];
        long close = 1_000_000;
        for (int i = 0; i < closes.length; i++) {
            close += random.nextInt(2001) - 1000;
            closes[i] = close;
        }
        TrendScanLabels labels = labels(Price.CLOSE, MINUTE, 4, 15, 3.0);

        Dataset data = bars(labels, closes);

        int without = 0;
        for (int row = 0; row + 14 < closes.length; row++) {
            double[] best = {0.0, 0.0};
            for (int n = 4; n <= 15; n++) {
                double[] fit = fit(closes, row, n);
                best = Math.abs(fit[0]) > Math.abs(best[0]) ? fit : best;
            }
            boolean clear = Math.abs(best[0]) >= 3.0;
            without += clear ? 0 : 1;
            assertEquals(clear, data.labelled(row), "row " + row);
            if (clear) {
                assertEquals(best[0] > 0, data.up(row), "row " + row);
                assertEquals(best[0], labels.tValue(row), 1e-6 * Math.abs(best[0]), "row " + row);
                assertEquals(best[1], data.moveBps(row), 1e-6 * best[1], "row " + row);
                assertEquals((row + 15) * MINUTE, data.labelEndNs(row));
            }
        }
        assertTrue(without > 10, "without=" + without);
        assertEquals(without, labels.withoutTrend());
    }

    @Test
    void shouldTakeTheMidThatStandsAtEachStep() {
        TrendScanLabels labels = labels(Price.MID, SECOND, 3, 4, 0.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        builder.onEvent(slots.book(0, 500, 999, 1001, 1.0));
        builder.onEvent(slots.book(0, 400 + SECOND, 1000, 1002, (double[]) null));
        builder.onEvent(slots.book(0, 600 + SECOND, 5000, 5002, (double[]) null));
        builder.onEvent(slots.book(0, 700 + SECOND, 1002, 1004, (double[]) null));
        builder.onEvent(slots.book(0, 900 + 3 * SECOND, 7000, 7002, (double[]) null));

        Dataset data = builder.build();

        // 1000, 1001, 1003, 1003: the worked example; through three prices t is 1.5 / sqrt(1/6 / 1 / 2) = 5.196.
        assertTrue(data.up(0));
        assertEquals(1.5 / Math.sqrt(1.0 / 12.0), labels.tValue(0), 1e-6);
        assertEquals(30.0, data.moveBps(0), 1e-6);
        assertEquals(900 + 3 * SECOND, data.labelEndNs(0));
    }

    @Test
    void shouldGiveNoLabelWhenABarWithinTheSpanIsMissing() {
        TrendScanLabels labels = labels(Price.CLOSE, MINUTE, 3, 4, 0.0);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        for (int minute : new int[]{1, 2, 4, 5, 6, 7}) {
            builder.onEvent(slots.minute(0, minute * MINUTE, 1000 + minute * minute, 1.0));
        }

        Dataset data = builder.build();

        assertFalse(data.labelled(0));
        assertFalse(data.labelled(1));
        assertTrue(data.labelled(2));
        assertTrue(labels.remark().contains("5 have none because a price was missing"), labels.remark());
    }

    @Test
    void shouldRefuseWhatMeansNothing() {
        assertThrows(ConfigurationException.class, () -> new Settings(1, 2, 5, 0.0));
        assertThrows(ConfigurationException.class, () -> new Settings(1, 6, 5, 0.0));
        assertThrows(ConfigurationException.class, () -> new Settings(1, 3, 5, -1.0));
        assertThrows(ConfigurationException.class, () -> labels(Price.CLOSE, SECOND, 3, 5, 0.0));
        assertThrows(ConfigurationException.class, () -> labels(Price.MID, 0, 3, 5, 0.0));
    }

    private static TrendScanLabels labels(Price price, long stepNs, int fewest, int most, double leastT) {
        return new TrendScanLabels(price, new Settings(stepNs, fewest, most, leastT));
    }

    private Dataset bars(TrendScanLabels labels, long... closes) {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1), labels);
        builder.beginSource();
        for (int i = 0; i < closes.length; i++) {
            builder.onEvent(slots.minute(0, (i + 1) * MINUTE, closes[i], 1.0));
        }
        return builder.build();
    }

    /** t-value and size of the line through n closes, by the textbook: two passes, residuals one by one. */
    private static double[] fit(long[] closes, int row, int n) {
        double meanX = (n - 1) / 2.0;
        double meanY = 0.0;
        for (int i = 0; i < n; i++) {
            meanY += closes[row + i] / (double) n;
        }
        double xy = 0.0;
        double xx = 0.0;
        for (int i = 0; i < n; i++) {
            xy += (i - meanX) * (closes[row + i] - meanY);
            xx += (i - meanX) * (i - meanX);
        }
        double slope = xy / xx;
        double residuals = 0.0;
        for (int i = 0; i < n; i++) {
            double residual = closes[row + i] - meanY - slope * (i - meanX);
            residuals += residual * residual;
        }
        double t = slope / Math.sqrt(residuals / (n - 2) / xx);
        return new double[]{Math.max(-100, Math.min(100, t)), Math.abs(slope * (n - 1)) / closes[row] * 10_000.0};
    }
}
