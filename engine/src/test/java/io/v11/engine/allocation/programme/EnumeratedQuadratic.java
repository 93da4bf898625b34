package io.v11.engine.allocation.programme;

import java.util.Arrays;

/**
 * The exact optimum of a small quadratic programme, found without a solver: every weight lies either at a kink (a bound, 0, the previous weight)
 * or inside of one of the intervals between them, and the gross limit and the net bounds hold tightly or do not count. Every such case is a system of
 * linear equations; the best of the feasible solutions of all cases is the optimum.
 */
final class EnumeratedQuadratic {
    private final double[][] quadratic;
    private final double[] linear;
    private final double cost;
    private final double[] previous;
    private final WeightLimits limits;
    private double best = Double.POSITIVE_INFINITY;

    EnumeratedQuadratic(double[][] quadratic, double[] linear, double cost, double[] previous, WeightLimits limits) {
        this.quadratic = quadratic;
        this.linear = linear;
        this.cost = cost;
        this.previous = previous;
        this.limits = limits;
    }

    double objective(double[] w) {
        double sum = 0.0;
        for (int i = 0; i < w.length; i++) {
            sum += cost * Math.abs(w[i] - previous[i]) - linear[i] * w[i];
            for (int j = 0; j < w.length; j++) {
                sum += 0.5 * w[i] * quadratic[i][j] * w[j];
            }
        }
        return sum;
    }

    double optimum() {
        enter(0, new double[linear.length], new double[linear.length]);
        return best;
    }

    /** fixed: the kink, or NaN when free; inside: a point of the interval of a free weight. */
    private void enter(int i, double[] fixed, double[] inside) {
        if (i == linear.length) {
            solveAll(fixed, inside);
            return;
        }
        double[] kinks = {limits.lower(i), limits.upper(i), 0.0, previous[i]};
        kinks = Arrays.stream(kinks).filter(k -> k >= limits.lower(i) && k <= limits.upper(i)).sorted().distinct()
                .toArray();
        for (int k = 0; k < kinks.length; k++) {
            fixed[i] = kinks[k];
            inside[i] = kinks[k];
            enter(i + 1, fixed, inside);
            if (k + 1 < kinks.length) {
                fixed[i] = Double.NaN;
                inside[i] = 0.5 * (kinks[k] + kinks[k + 1]);
                enter(i + 1, fixed, inside);
            }
        }
    }

    private void solveAll(double[] fixed, double[] inside) {
        for (double net : new double[]{Double.NaN, limits.netLower(), limits.netUpper()}) {
            for (double gross : new double[]{Double.NaN, limits.gross()}) {
                double[] w = solve(fixed, inside, net, gross);
                if (w != null && limits.excess(w) <= 1e-9) {
                    best = Math.min(best, objective(w));
                }
            }
        }
    }

    private double[] solve(double[] fixed, double[] inside, double net, double gross) {
        int n = fixed.length;
        double[][] a = new double[n + 2][n + 3];
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(fixed[i])) {
                System.arraycopy(quadratic[i], 0, a[i], 0, n);
                a[i][n] = 1.0;
                a[i][n + 1] = Math.signum(inside[i]);
                a[i][n + 2] = linear[i] - cost * Math.signum(inside[i] - previous[i]);
            } else {
                a[i][i] = 1.0;
                a[i][n + 2] = fixed[i];
            }
            a[n][i] = Double.isNaN(net) ? 0.0 : 1.0;
            a[n + 1][i] = Double.isNaN(gross) ? 0.0 : Math.signum(inside[i]);
        }
        a[n][n] = Double.isNaN(net) ? 1.0 : 0.0;
        a[n][n + 2] = Double.isNaN(net) ? 0.0 : net;
        a[n + 1][n + 1] = Double.isNaN(gross) ? 1.0 : 0.0;
        a[n + 1][n + 2] = Double.isNaN(gross) ? 0.0 : gross;
        return Elimination.solve(a, n);
    }
}
