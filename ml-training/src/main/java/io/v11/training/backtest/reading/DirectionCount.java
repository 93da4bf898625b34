package io.v11.training.backtest.reading;

import io.v11.training.performance.sample.ConfidenceInterval;

/**
 * How often forecasts named the direction. Counts of decisions with a forecast other than none.
 *
 * @param what      decisions, and over which horizon
 * @param decisions with a forecast
 * @param resolved  those whose outcome came and was no standstill
 * @param hits      those of them that were right
 * @param ups       resolved ones that went up
 * @param apart     outcomes that do not overlap: what the interval may reckon with
 */
public record DirectionCount(String what, long decisions, long resolved, long hits, long ups, long apart) {
    /** Share that was right; NaN when nothing was resolved, as all below. */
    public double accuracy() {
        return hits / (double) resolved;
    }

    /** What always naming the more frequent direction would have reached, known afterwards. */
    public double majority() {
        return Math.max(ups, resolved - ups) / (double) resolved;
    }

    /** Share of the forecasts that was resolved. */
    public double coverage() {
        return resolved / (double) decisions;
    }

    /** Of the accuracy, Wilson, 95 %, as if each outcome counted once. */
    public ConfidenceInterval interval() {
        int outcomes = (int) Math.min(Integer.MAX_VALUE, Math.min(apart, resolved));
        return resolved == 0
                ? ConfidenceInterval.unknown()
                : ConfidenceInterval.ofShare((int) Math.round(accuracy() * outcomes), outcomes);
    }
}
