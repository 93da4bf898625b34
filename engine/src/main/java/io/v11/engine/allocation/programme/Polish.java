package io.v11.engine.allocation.programme;

import java.util.Arrays;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Sharpens an answer that is nearly right, as OSQP does (Stellato et al. 2020, section 5.2): what lies within a tolerance of a kink (a bound, the previous
 * weight, 0 under a tight gross limit) is taken to lie on it, sums near their limits are taken to be tight, and the conditions of the optimum
 * then are linear equations. They are solved in the sense of least squares, because two tight sums over one free weight depend on each other.
 */
final class Polish {
    private Polish() {
    }

    static double[] sharpened(QuadraticProblem problem, double[] near, double tolerance) {
        WeightLimits limits = problem.limits();
        int n = near.length;
        double size = 0.0;
        double net = 0.0;
        for (double weight : near) {
            size += Math.abs(weight);
            net += weight;
        }
        boolean grossTight = size >= limits.gross() - n * tolerance;
        boolean netAtUpper = net >= limits.netUpper() - n * tolerance;
        boolean netTight = netAtUpper || net <= limits.netLower() + n * tolerance;
        double[][] matrix = new double[n + 2][n + 2];
        double[] right = new double[n + 2];
        for (int i = 0; i < n; i++) {
            double kink = kink(problem, i, near[i], grossTight, tolerance);
            if (Double.isNaN(kink)) {
                System.arraycopy(problem.quadratic()[i], 0, matrix[i], 0, n);
                matrix[i][n] = 1.0;
                matrix[i][n + 1] = Math.signum(near[i]);
                right[i] = problem.linear()[i] - problem.turnoverCost() * Math.signum(near[i] - problem.previous()[i]);
            } else {
                matrix[i][i] = 1.0;
                right[i] = kink;
            }
            matrix[n][i] = netTight ? 1.0 : 0.0;
            matrix[n + 1][i] = grossTight ? Math.signum(near[i]) : 0.0;
        }
        matrix[n][n] = netTight ? 0.0 : 1.0;
        right[n] = netTight ? netAtUpper ? limits.netUpper() : limits.netLower() : 0.0;
        matrix[n + 1][n + 1] = grossTight ? 0.0 : 1.0;
        right[n + 1] = grossTight ? limits.gross() : 0.0;
        double[] solution = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false)).getSolver().solve(
                new ArrayRealVector(right, false)).toArray();
        double[] sharp = Arrays.copyOf(solution, n);
        limits.clip(sharp);
        return sharp;
    }

    /** Where the weight is taken to lie; NaN when it is free. */
    private static double kink(QuadraticProblem problem, int i, double weight, boolean grossTight, double tolerance) {
        WeightLimits limits = problem.limits();
        double kink = Double.NaN;
        if (grossTight && Math.abs(weight) <= tolerance) {
            kink = 0.0;
        }
        if (problem.turnoverCost() > 0.0 && Math.abs(weight - problem.previous()[i]) <= tolerance) {
            kink = problem.previous()[i];
        }
        if (weight <= limits.lower(i) + tolerance) {
            kink = limits.lower(i);
        } else if (weight >= limits.upper(i) - tolerance) {
            kink = limits.upper(i);
        }
        return kink;
    }
}
