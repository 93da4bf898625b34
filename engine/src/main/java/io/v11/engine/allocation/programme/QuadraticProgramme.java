package io.v11.engine.allocation.programme;

import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * Weights that minimise w' Q w / 2 - c' w + k sum |w_i - previous_i| within limits, by ojAlgo.
 *
 * <p>
 * Sizes and turnover make corners on which the active-set solver now and then stops early and calls it optimal, and the method of multipliers stops
 * near. So an answer is taken only when {@link OptimalityGap} proves it, after {@link Polish} where it is not sharp; otherwise the next way of solving
 * is tried, and when none is proved there is no answer.
 */
public final class QuadraticProgramme {
    /** Largest optimality gap, for a mean diagonal of Q of 1. */
    public static final double GAP_MAX = 1e-8;
    /** By how much a limit may be passed: rounding. */
    public static final double EXCESS_MAX = 1e-9;
    private static final double[] CURVATURES = {0.0, 1e-8, 1e-6};
    private static final ConvexSolver.Algorithm[] ALGORITHMS = {ConvexSolver.Algorithm.ADMM,
        ConvexSolver.Algorithm.ACTIVE_SET};
    private static final double[] TOLERANCES = {1e-6, 1e-5, 1e-7, 1e-4, 1e-3, 1e-8};

    private final WeightLimits limits;

    public QuadraticProgramme(WeightLimits limits) {
        this.limits = limits;
    }

    /**
     * Solves, and writes the weights when there is a proved answer.
     *
     * @return whether there is one; the weights are untouched when not
     */
    public boolean solve(double[][] quadratic, double[] linear, double turnoverCost, double[] previous,
            double[] weights) {
        QuadraticProblem given = new QuadraticProblem(quadratic, linear, turnoverCost, previous, limits);
        if (!given.sound() || !given.scaled().sound()) {
            return false;
        }
        QuadraticProblem problem = given.scaled();
        for (double curvature : CURVATURES) {
            for (ConvexSolver.Algorithm algorithm : ALGORITHMS) {
                double[] near = new QuadraticModel(problem, algorithm, curvature).answer();
                double[] proved = near == null ? null : proved(problem, near);
                if (proved != null) {
                    System.arraycopy(proved, 0, weights, 0, proved.length);
                    return true;
                }
            }
        }
        return false;
    }

    private double[] proved(QuadraticProblem problem, double[] near) {
        for (double tolerance : TOLERANCES) {
            double[] sharp = Polish.sharpened(problem, near, tolerance);
            if (holds(problem, sharp)) {
                return sharp;
            }
        }
        return holds(problem, near) ? near : null;
    }

    private boolean holds(QuadraticProblem problem, double[] weights) {
        return limits.excess(weights) <= EXCESS_MAX && problem.gap(weights) <= GAP_MAX;
    }

    /** The weights within the limits that are nearest to some others (Euclid); these themselves when they are within already. */
    public boolean nearest(double[] wanted, double[] weights) {
        if (limits.excess(wanted) <= 0.0) {
            System.arraycopy(wanted, 0, weights, 0, wanted.length);
            return true;
        }
        double[][] unit = new double[wanted.length][wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            unit[i][i] = 1.0;
        }
        return solve(unit, wanted, 0.0, wanted, weights);
    }
}
