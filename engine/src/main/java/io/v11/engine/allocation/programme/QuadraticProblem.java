package io.v11.engine.allocation.programme;

/**
 * Minimise w' Q w / 2 - c' w + k sum |w_i - previous_i| within limits, scaled so that the mean diagonal of Q is 1.
 *
 * @param quadratic    Q, positive definite
 * @param linear       c
 * @param turnoverCost k, at least 0
 * @param previous     the weights that turnover is counted from
 * @param limits       the limits
 */
record QuadraticProblem(double[][] quadratic, double[] linear, double turnoverCost, double[] previous,
        WeightLimits limits) {
    int size() {
        return linear.length;
    }

    /** Whether every number is one, and Q has a scale. */
    boolean sound() {
        double sum = turnoverCost;
        double trace = 0.0;
        for (int i = 0; i < linear.length; i++) {
            sum += linear[i] + previous[i];
            trace += quadratic[i][i];
            for (int j = 0; j < linear.length; j++) {
                sum += quadratic[i][j];
            }
        }
        // Whatever is NaN or infinite shows in the sum.
        return Double.isFinite(sum) && trace > 0.0;
    }

    QuadraticProblem scaled() {
        double scale = 0.0;
        for (int i = 0; i < linear.length; i++) {
            scale += quadratic[i][i] / linear.length;
        }
        double[][] scaledQuadratic = new double[linear.length][linear.length];
        double[] scaledLinear = new double[linear.length];
        for (int i = 0; i < linear.length; i++) {
            scaledLinear[i] = linear[i] / scale;
            for (int j = 0; j < linear.length; j++) {
                scaledQuadratic[i][j] = quadratic[i][j] / scale;
            }
        }
        return new QuadraticProblem(scaledQuadratic, scaledLinear, turnoverCost / scale, previous, limits);
    }

    double gap(double[] weights) {
        return new OptimalityGap(quadratic, linear, turnoverCost, previous, limits, weights).largest();
    }
}
