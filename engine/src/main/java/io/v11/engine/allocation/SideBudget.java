package io.v11.engine.allocation;

import io.v11.engine.allocation.programme.QuadraticProgramme;
import io.v11.engine.allocation.programme.WeightLimits;

/**
 * Sides and size for the two parities, which know positive shares only: an instrument whose upper limit is not above 0 is held short, every other long.
 * Shares are multiplied by the budget (the net limit when all are long, else the gross limit) and, where they pass the limits, moved to the
 * nearest weights within them; then risk is no longer shared as wanted.
 */
final class SideBudget {
    private final double[] sides;
    private final double budget;
    private final QuadraticProgramme programme;

    SideBudget(WeightLimits limits) {
        double[] upper = limits.upper();
        sides = new double[upper.length];
        boolean allLong = true;
        for (int i = 0; i < sides.length; i++) {
            sides[i] = upper[i] > 0.0 ? 1.0 : -1.0;
            allLong &= upper[i] > 0.0;
        }
        budget = allLong ? Math.min(limits.gross(), limits.netUpper()) : limits.gross();
        programme = new QuadraticProgramme(limits);
    }

    /** The covariance of positions on their sides. */
    double[][] sided(double[][] covariance) {
        double[][] sided = new double[sides.length][sides.length];
        for (int i = 0; i < sides.length; i++) {
            for (int j = 0; j < sides.length; j++) {
                sided[i][j] = sides[i] * sides[j] * covariance[i][j];
            }
        }
        return sided;
    }

    /** Weights from shares, which are positive and of any sum. */
    AllocationOutcome spend(double[] shares, double[] weights) {
        double sum = 0.0;
        for (double share : shares) {
            sum += share;
        }
        double[] wanted = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            wanted[i] = sides[i] * budget * shares[i] / sum;
        }
        return programme.nearest(wanted, weights) ? AllocationOutcome.ALLOCATED : AllocationOutcome.NOT_SOLVED;
    }
}
