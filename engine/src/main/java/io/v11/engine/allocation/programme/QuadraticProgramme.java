package io.v11.engine.allocation.programme;

import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * Weights that minimise w' Q w / 2 - c' w + k sum |w_i - previous_i| within limits, by ojAlgo's active-set solver.
 *
 * <p>
 * Sizes and turnover enter as variables without curvature of their own, on which the active set may stop early and call it optimal (in 2 of 500
 * random problems, differently for each curvature that is added). So an answer is taken only when {@link OptimalityGap} proves it within
 * {@link #GAP_MAX}; otherwise the next curvature is tried, and when none is proved there is no answer.
 */
public final class QuadraticProgramme {
    /** Largest optimality gap, the objective scaled so that the mean diagonal of Q is 1. */
    public static final double GAP_MAX = 1e-6;
    /** By how much a limit may be passed: rounding. */
    public static final double EXCESS_MAX = 1e-9;
    private static final double[] CURVATURES = {1e-8, 1e-7, 1e-9, 1e-10, 3e-7, 0.0};

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
        int instruments = limits.instruments();
        double scale = 0.0;
        for (int i = 0; i < instruments; i++) {
            scale += quadratic[i][i] / instruments;
        }
        if (!(scale > 0.0 && scale < Double.POSITIVE_INFINITY)) {
            return false;
        }
        double[][] scaledQuadratic = new double[instruments][instruments];
        double[] scaledLinear = new double[instruments];
        for (int i = 0; i < instruments; i++) {
            scaledLinear[i] = linear[i] / scale;
            for (int j = 0; j < instruments; j++) {
                scaledQuadratic[i][j] = quadratic[i][j] / scale;
            }
        }
        double[] answer = new double[instruments];
        for (double curvature : CURVATURES) {
            if (attempt(scaledQuadratic, scaledLinear, turnoverCost / scale, previous, curvature, answer)) {
                System.arraycopy(answer, 0, weights, 0, instruments);
                return true;
            }
        }
        return false;
    }

    private boolean attempt(double[][] quadratic, double[] linear, double turnoverCost, double[] previous,
            double curvature, double[] answer) {
        int instruments = limits.instruments();
        LimitRows rows = new LimitRows(limits, previous, new double[instruments], turnoverCost > 0.0, 0);
        R064Store q = R064Store.FACTORY.make(rows.variables(), rows.variables());
        R064Store c = R064Store.FACTORY.make(rows.variables(), 1);
        for (int i = 0; i < instruments; i++) {
            c.set(i, 0, linear[i]);
            for (int j = 0; j < instruments; j++) {
                q.set(i, j, quadratic[i][j]);
            }
            if (turnoverCost > 0.0) {
                c.set(rows.turnover(i), 0, -turnoverCost);
            }
        }
        for (int i = instruments; i < rows.variables(); i++) {
            q.set(i, i, curvature);
        }
        ConvexSolver.Builder builder = ConvexSolver.newBuilder().objective(q, c);
        rows.addTo(builder);
        Optimisation.Result result = builder.build(OneThread.options()).solve();
        if (!result.getState().isFeasible()) {
            return false;
        }
        for (int i = 0; i < instruments; i++) {
            answer[i] = result.doubleValue(i);
        }
        limits.clip(answer);
        return limits.excess(answer) <= EXCESS_MAX && new OptimalityGap(quadratic, linear, turnoverCost, previous,
                limits, answer).largest() <= GAP_MAX;
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
