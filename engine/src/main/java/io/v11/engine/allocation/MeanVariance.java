package io.v11.engine.allocation;

import io.v11.engine.allocation.programme.QuadraticProgramme;

/** Maximises w' mu - riskAversion w' S w / 2 - turnoverCost sum |w - previous| within the limits; mu is 0, or what the views expect of single instruments. */
final class MeanVariance implements WeightRule {
    private final AllocationSettings settings;
    private final QuadraticProgramme programme;
    private final boolean withViews;

    MeanVariance(AllocationSettings settings, boolean withViews) {
        this.settings = settings;
        this.withViews = withViews;
        programme = new QuadraticProgramme(settings.limits());
    }

    @Override
    public AllocationOutcome weigh(ReturnWindow window, double[][] covariance, Views views, double[] previous,
            double[] weights) {
        double[] expected = new double[weights.length];
        for (int v = 0; withViews && v < views.count(); v++) {
            for (int i = 0; i < weights.length; i++) {
                if (views.absolute(v) && views.pick(v, i) == 1.0) {
                    expected[i] = views.expectedReturn(v);
                }
            }
        }
        return weigh(covariance, expected, previous, weights);
    }

    AllocationOutcome weigh(double[][] covariance, double[] expected, double[] previous, double[] weights) {
        double[][] quadratic = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                quadratic[i][j] = settings.riskAversion() * covariance[i][j];
            }
        }
        return programme.solve(quadratic, expected, settings.turnoverCost(), previous, weights)
                ? AllocationOutcome.ALLOCATED
                : AllocationOutcome.NOT_SOLVED;
    }
}
