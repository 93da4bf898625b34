package io.v11.engine.allocation;

import io.v11.engine.allocation.programme.ShortfallProgramme;

/**
 * Least expected shortfall of the bars in the window. Against it the cost of turnover weighs turnoverCost / (riskAversion sqrt(horizonBars)): shortfall is
 * per bar and taken to grow with the root of the horizon. Views do not enter.
 */
final class ShortfallRule implements WeightRule {
    private final ShortfallProgramme programme;
    private final double turnoverCost;

    ShortfallRule(AllocationSettings settings) {
        programme = new ShortfallProgramme(settings.limits(), settings.confidence());
        turnoverCost = settings.turnoverCost() / (settings.riskAversion() * Math.sqrt(settings.horizonBars()));
    }

    @Override
    public AllocationOutcome weigh(ReturnWindow window, double[][] covariance, Views views, double[] previous,
            double[] weights) {
        return programme.solve(window.copy(), turnoverCost, previous, weights)
                ? AllocationOutcome.ALLOCATED
                : AllocationOutcome.NOT_SOLVED;
    }
}
