package io.v11.engine.allocation;

import java.util.Arrays;

import io.v11.engine.allocation.programme.WeightLimits;

/**
 * What allocation needs to know beside returns and views; {@link #of} states defaults, the others change one thing.
 *
 * @param limits           box, gross and net
 * @param rowsMin          bars before there are weights
 * @param horizonBars      bars until the next rebalance: covariance is per bar and multiplied by it
 * @param riskAversion     weight of variance against return in w' mu - riskAversion w' S w / 2
 * @param turnoverCost     cost of trading, as a fraction of what is traded (0.001 is 10 bp); enters the programmes, not the two parities
 * @param confidence       of the expected shortfall, such as 0.95
 * @param riskBudgets      share of risk of each instrument, above 0; divided by their sum (risk parity)
 * @param referenceWeights the portfolio that the prior of Black-Litterman takes for right
 * @param uncertainty      tau of Black-Litterman: variance of the prior's mean in units of the covariance
 */
public record AllocationSettings(WeightLimits limits, int rowsMin, int horizonBars, double riskAversion,
        double turnoverCost, double confidence, double[] riskBudgets, double[] referenceWeights, double uncertainty) {
    private static final int ROWS_MIN = 30;
    private static final double RISK_AVERSION = 3.0;
    private static final double CONFIDENCE = 0.95;
    private static final double UNCERTAINTY = 0.05;

    public AllocationSettings {
        riskBudgets = riskBudgets.clone();
        referenceWeights = referenceWeights.clone();
        int instruments = limits.instruments();
        require(riskBudgets.length == instruments && referenceWeights.length == instruments, "budgets of "
                + riskBudgets.length + " and reference weights of " + referenceWeights.length
                + " instruments, limits of "
                + instruments);
        require(rowsMin >= 2, "rowsMin=" + rowsMin + " is below 2");
        require(horizonBars >= 1, "horizonBars=" + horizonBars + " is below 1");
        require(positive(riskAversion), "riskAversion=" + riskAversion + " is not above 0");
        require(turnoverCost >= 0.0 && turnoverCost < 1.0,
                "turnoverCost=" + turnoverCost + " is not from 0 to below 1");
        require(confidence > 0.0 && confidence < 1.0, "confidence=" + confidence + " is not between 0 and 1");
        require(positive(uncertainty), "uncertainty=" + uncertainty + " is not above 0");
        require(Arrays.stream(riskBudgets).allMatch(AllocationSettings::positive), "a risk budget is not above 0: "
                + Arrays.toString(riskBudgets));
        require(Arrays.stream(referenceWeights).allMatch(Double::isFinite), "a reference weight is no number: "
                + Arrays.toString(referenceWeights));
    }

    /** Every instrument the same budget and reference weight, no cost, a horizon of one bar, aversion 3, confidence 0.95, tau 0.05, 30 bars. */
    public static AllocationSettings of(WeightLimits limits) {
        double[] equal = new double[limits.instruments()];
        Arrays.fill(equal, 1.0 / equal.length);
        return new AllocationSettings(limits, ROWS_MIN, 1, RISK_AVERSION, 0.0, CONFIDENCE, equal, equal, UNCERTAINTY);
    }

    public AllocationSettings withRowsMin(int rows) {
        return new AllocationSettings(limits, rows, horizonBars, riskAversion, turnoverCost, confidence, riskBudgets,
                referenceWeights, uncertainty);
    }

    public AllocationSettings withHorizonBars(int bars) {
        return new AllocationSettings(limits, rowsMin, bars, riskAversion, turnoverCost, confidence, riskBudgets,
                referenceWeights, uncertainty);
    }

    public AllocationSettings withRiskAversion(double aversion) {
        return new AllocationSettings(limits, rowsMin, horizonBars, aversion, turnoverCost, confidence, riskBudgets,
                referenceWeights, uncertainty);
    }

    public AllocationSettings withTurnoverCost(double fraction) {
        return new AllocationSettings(limits, rowsMin, horizonBars, riskAversion, fraction, confidence, riskBudgets,
                referenceWeights, uncertainty);
    }

    public AllocationSettings withConfidence(double level) {
        return new AllocationSettings(limits, rowsMin, horizonBars, riskAversion, turnoverCost, level, riskBudgets,
                referenceWeights, uncertainty);
    }

    public AllocationSettings withRiskBudgets(double... budgets) {
        return new AllocationSettings(limits, rowsMin, horizonBars, riskAversion, turnoverCost, confidence, budgets,
                referenceWeights, uncertainty);
    }

    /** The portfolio and tau of Black-Litterman's prior. */
    public AllocationSettings withPrior(double tau, double... weights) {
        return new AllocationSettings(limits, rowsMin, horizonBars, riskAversion, turnoverCost, confidence, riskBudgets,
                weights, tau);
    }

    @Override
    public double[] riskBudgets() {
        return riskBudgets.clone();
    }

    @Override
    public double[] referenceWeights() {
        return referenceWeights.clone();
    }

    private static boolean positive(double value) {
        return value > 0.0 && value < Double.POSITIVE_INFINITY;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("allocation: " + message);
        }
    }
}
