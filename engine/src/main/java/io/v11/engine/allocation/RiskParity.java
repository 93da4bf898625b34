package io.v11.engine.allocation;

/**
 * Weights whose contributions to risk, w_i (S w)_i, stand in the ratio of the budgets. They are the minimum of y' S y / 2 - sum b_i ln y_i, divided by
 * their sum (Spinu 2013), found by cyclical coordinate descent, where each step is the positive root of S_ii y_i^2 + c_i y_i - b_i with c_i = sum
 * over j != i of S_ij y_j (Griveau-Billion, Richard, Roncalli 2013). Convex, so it is the only one.
 */
final class RiskParity implements WeightRule {
    private static final int SWEEPS_MAX = 20_000;
    private static final double STOP = 1e-13;
    private static final double ACCEPTED = 1e-9;

    private final double[] budgets;
    private final SideBudget sides;

    RiskParity(AllocationSettings settings) {
        budgets = settings.riskBudgets();
        sides = new SideBudget(settings.limits());
        double sum = 0.0;
        for (double budget : budgets) {
            sum += budget;
        }
        for (int i = 0; i < budgets.length; i++) {
            budgets[i] /= sum;
        }
    }

    @Override
    public AllocationOutcome weigh(ReturnWindow window, double[][] covariance, Views views, double[] previous,
            double[] weights) {
        double[][] sided = sides.sided(covariance);
        double[] shares = new double[weights.length];
        return descend(sided, shares) ? sides.spend(shares, weights) : AllocationOutcome.SINGULAR;
    }

    private boolean descend(double[][] covariance, double[] y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sqrt(budgets[i] / covariance[i][i]);
        }
        for (int sweep = 0; sweep < SWEEPS_MAX && least > STOP; sweep++) {
            for (int i = 0; i < y.length; i++) {
                double others = product(covariance[i], y) - covariance[i][i] * y[i];
                double root = Math.sqrt(others * others + 4.0 * covariance[i][i] * budgets[i]);
                y[i] = (root - others) / (2.0 * covariance[i][i]);
            }
            least = miss(covariance, y);
        }
        return least <= ACCEPTED;
    }

    /** By how much the share of risk of some instrument misses its budget. At the minimum y_i (S y)_i = b_i. */
    private double miss(double[][] covariance, double[] y) {
        double worst = 0.0;
        for (int i = 0; i < y.length; i++) {
            worst = Math.max(worst, Math.abs(y[i] * product(covariance[i], y) - budgets[i]));
        }
        return worst;
    }

    private static double product(double[] row, double[] y) {
        double sum = 0.0;
        for (int j = 0; j < y.length; j++) {
            sum += row[j] * y[j];
        }
        return sum;
    }
}
