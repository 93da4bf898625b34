package io.v11.engine.sizing;

import io.v11.engine.slot.StateHash;

/**
 * Weight that makes a position's forecast volatility equal to a target.
 *
 * <pre>
 *   variance of a bar = decay x variance + (1 - decay) x return^2, divided by 1 - decay^n while young
 *   annual volatility = sqrt(variance x bars in a year)
 *   weight            = min(target / annual volatility, maximum weight)
 * </pre>
 *
 * The estimate is that of RiskMetrics (Technical Document 1996, 5.2) with mean zero; bars are taken as independent, crypto trades 365.25
 * days a year. Weight is a fraction of the equity, 0 until enough bars have been seen. A market that stood still has volatility 0
 * and weight at the maximum. One instrument; confined to one thread.
 */
public final class VolatilityTarget {
    private static final double YEAR_NS = 365.25 * 86_400.0e9;

    private final double targetAnnual;
    private final double maximumWeight;
    private final double decay;
    private final int minimumBars;
    private final double barsAYear;
    private double sum;
    private double weightLeft = 1.0;
    private int bars;

    /**
     * @param targetAnnual  annual volatility aimed at, such as 0.2
     * @param maximumWeight largest weight, above 0
     * @param decay         weight of the past at each bar, between 0 and 1
     * @param minimumBars   bars before there is a weight, at least 1
     * @param barNs         length of a bar
     */
    public VolatilityTarget(double targetAnnual, double maximumWeight, double decay, int minimumBars, long barNs) {
        require(targetAnnual > 0.0 && targetAnnual <= Double.MAX_VALUE, "targetAnnual", "above 0", targetAnnual);
        require(maximumWeight > 0.0 && maximumWeight <= Double.MAX_VALUE, "maximumWeight", "above 0", maximumWeight);
        require(decay > 0.0 && decay < 1.0, "decay", "between 0 and 1", decay);
        require(minimumBars >= 1, "minimumBars", "1 and more", minimumBars);
        require(barNs >= 1, "barNs", "1 and more", barNs);
        this.targetAnnual = targetAnnual;
        this.maximumWeight = maximumWeight;
        this.decay = decay;
        this.minimumBars = minimumBars;
        barsAYear = YEAR_NS / barNs;
    }

    /** Takes the simple return of a bar; one that is not finite is left out. */
    public void onReturn(double barReturn) {
        if (!Double.isFinite(barReturn)) {
            return;
        }
        weightLeft *= decay;
        sum = decay * sum + (1.0 - decay) * barReturn * barReturn;
        bars = Math.min(bars + 1, minimumBars);
    }

    /** Enough bars have been seen. */
    public boolean known() {
        return bars >= minimumBars;
    }

    /** Forecast of a bar's variance; 0 before the first. */
    public double barVariance() {
        return weightLeft == 1.0 ? 0.0 : sum / (1.0 - weightLeft);
    }

    /** Forecast of the annual volatility; 0 before the first bar. */
    public double annualVolatility() {
        return Math.sqrt(barVariance() * barsAYear);
    }

    /** Fraction of the equity, 0 to the maximum; 0 while not known. */
    public double weight() {
        return known() ? weight(targetAnnual, annualVolatility(), maximumWeight) : 0.0;
    }

    /** The same for a volatility that is forecast elsewhere. */
    public static double weight(double target, double volatility, double maximumWeight) {
        if (!(target > 0.0 && volatility >= 0.0 && volatility <= Double.MAX_VALUE)) {
            return 0.0;
        }
        return volatility * maximumWeight <= target ? maximumWeight : target / volatility;
    }

    public long addTo(long hash) {
        return StateHash.add(StateHash.add(StateHash.add(hash, sum), weightLeft), bars);
    }

    private static void require(boolean holds, String name, String needed, double found) {
        if (!holds) {
            throw new IllegalArgumentException("volatility target: " + name + " must be " + needed + ", is " + found);
        }
    }
}
