package io.v11.engine.regime;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * What a bar says of the state of the market.
 *
 * <pre>
 *   range      = ln(high / low), the close before included, at least half a tick
 *   volatility = ln(range / sqrt(4 ln 2))
 *   variance   = exponential mean of range^2 / (4 ln 2) over 20 bars
 *   change     = ln(close / close before) / sqrt(variance), cut at +-8
 *   trend      = exponential mean of changes over n bars, times sqrt((2 - a) / a), a = 2 / (n + 1)
 * </pre>
 *
 * The variance of a driftless walk by its range is Parkinson's (1980); the logarithm of the range is nearly normal with a
 * deviation of 0.29 (Alizadeh, Brandt, Diebold 2002), which is why a single bar tells so much and why nothing is averaged
 * there: averages would make bars depend on one another that the hidden Markov model takes as independent given the state.
 * The last factor gives a market without a trend a deviation of 1. After bars without a trade, or that were never given, the
 * close before is not used: a move over several bars is none of one bar. Allocates nothing after construction.
 */
final class BarObservation {
    /** Bars before the variance is believed. */
    static final int WARM_UP_BARS = 20;
    private static final double PARKINSON = 4.0 * StrictMath.log(2.0);
    private static final double VARIANCE_WEIGHT = 2.0 / (WARM_UP_BARS + 1);
    private static final double CHANGE_LIMIT = 8.0;

    private final double trendWeight;
    private final double trendScale;
    private final long halfTickE8;
    private long bars;
    private boolean warm;
    private long closeE8;
    private double variance;
    private double mean;
    /** Natural logarithm of the bar's volatility as a fraction of the price. */
    double volatility;
    /** Of the bar, in standard deviations. */
    double change;
    /** Of the last bars, in standard deviations of a market without one. */
    double trend;

    /** @param trendBars over which the trend is averaged  @param tickE8 least step of the price */
    BarObservation(int trendBars, long tickE8) {
        trendWeight = 2.0 / (trendBars + 1);
        trendScale = Math.sqrt((2.0 - trendWeight) / trendWeight);
        halfTickE8 = Math.max(1L, tickE8 / 2);
    }

    /**
     * Takes a bar with a trade in it.
     *
     * @param follows the bar before it was seen
     * @return the values stand for it; false during the first bars
     */
    boolean take(MarketView.Bar bar, boolean follows) {
        boolean joined = follows && closeE8 > 0;
        long beforeE8 = joined ? closeE8 : bar.openE8;
        double highE8 = Math.max(bar.highE8, beforeE8);
        double lowE8 = Math.min(bar.lowE8, beforeE8);
        double range = StrictMath.log(Math.max(highE8, lowE8 + halfTickE8) / lowE8);
        double square = range * range / PARKINSON;
        // The plain mean until there are as many bars as the exponential one stands for.
        bars++;
        variance += Math.max(VARIANCE_WEIGHT, 1.0 / bars) * (square - variance);
        volatility = 0.5 * StrictMath.log(square);
        double moved = StrictMath.log((double) bar.closeE8 / beforeE8) / Math.sqrt(variance);
        change = Math.clamp(moved, -CHANGE_LIMIT, CHANGE_LIMIT);
        mean += trendWeight * (change - mean);
        trend = mean * trendScale;
        closeE8 = bar.closeE8;
        warm |= bars > WARM_UP_BARS;
        return warm;
    }

    /** Forgets trend and variance: from the next bar on they are measured anew, without another warm-up. */
    void reset() {
        mean = 0.0;
        closeE8 = 0L;
        bars = 0L;
        variance = 0.0;
    }

    long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(StateHash.add(start, bars), closeE8), variance);
        return StateHash.add(StateHash.add(hash, mean), warm);
    }
}
