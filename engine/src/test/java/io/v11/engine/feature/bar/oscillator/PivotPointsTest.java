package io.v11.engine.feature.bar.oscillator;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.pivotpoints.PivotLevel;
import org.ta4j.core.indicators.pivotpoints.PivotPointIndicator;
import org.ta4j.core.indicators.pivotpoints.StandardReversalIndicator;
import org.ta4j.core.indicators.pivotpoints.TimeLevel;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.IndicatorRun;
import io.v11.engine.feature.bar.Ta4j;
import io.v11.engine.feature.bar.candle.PivotPoints;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Pivots against ta4j's, and what becomes of them when whole sessions are missing. */
class PivotPointsTest {
    private static final int DAY_BARS = 96;
    private static final int WEEK_BARS = 168;

    @Test
    void shouldEqualTa4jOverDays() {
        compare(BarTape.synthetic(BarLength.QUARTER_HOUR, 1, 1_000), TimeLevel.DAY, 2 * DAY_BARS);
    }

    @Test
    void shouldEqualTa4jOverWeeks() {
        compare(BarTape.synthetic(BarLength.HOUR, 2, 1_000), TimeLevel.WEEK, 2 * WEEK_BARS);
    }

    private static void compare(BarTape tape, TimeLevel level, int first) {
        Map<String, double[]> values = IndicatorRun.of(new PivotPoints(tape.length), tape).values;
        double[] pivot = Ta4j.values(tape, series -> new PivotPointIndicator(series, level));
        double[] resistance = Ta4j.values(tape, series -> new StandardReversalIndicator(
                new PivotPointIndicator(series, level), PivotLevel.RESISTANCE_1));
        double[] support = Ta4j.values(tape, series -> new StandardReversalIndicator(
                new PivotPointIndicator(series, level), PivotLevel.SUPPORT_1));
        for (int i = 0; i < tape.size(); i++) {
            check(values.get("pivot_bps")[i], tape.close[i], pivot[i], i >= first, i);
            check(values.get("pivot_r1_bps")[i], tape.close[i], resistance[i], i >= first, i);
            check(values.get("pivot_s1_bps")[i], tape.close[i], support[i], i >= first, i);
        }
    }

    private static void check(double value, double close, double level, boolean valid, int bar) {
        assertEquals(valid, !Double.isNaN(value), "valid at bar " + bar);
        if (valid) {
            assertEquals((close - level) / close * 1e4, value, 1e-9 * Math.max(1, Math.abs(value)), "bar " + bar);
        }
    }

    @Test
    void shouldTakeADayWithoutBarsForAFlatOne() {
        List<MarketView.Bar> bars = BarTape.synthetic(BarLength.QUARTER_HOUR, 3, 5 * DAY_BARS).bars;
        PivotPoints pivots = new PivotPoints(BarLength.QUARTER_HOUR);
        BarHistory history = new BarHistory(BarLength.QUARTER_HOUR.timeNs());
        FeatureVector held = new FeatureVector(4);
        for (int i = 0; i < 2 * DAY_BARS - 10; i++) {
            feed(pivots, history, held, bars.get(i));
        }
        assertFalse(held.isValid(0), "one day began before it was seen, the other is under way");

        // The rest of the second day and the whole third have no bars.
        double lastClose = history.close(0);
        feed(pivots, history, held, bars.get(3 * DAY_BARS + 5));

        double close = history.close(0);
        assertTrue(held.isValid(0));
        assertEquals((close - lastClose) / close * 1e4, held.value(0), 1e-9);
        assertEquals(held.value(0), held.value(1), 1e-9, "no range, so the resistance is the pivot");
        assertEquals(held.value(0), held.value(2), 1e-9, "and so is the support");
    }

    private static void feed(PivotPoints pivots, BarHistory history, FeatureVector held, MarketView.Bar bar) {
        history.add(bar);
        pivots.onBar(history);
        pivots.write(held, 0, history);
    }
}
