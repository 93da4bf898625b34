package io.v11.engine.allocation.programme;

import java.util.Arrays;

/** Gauss-Jordan with pivoting, for references that must not share a library with what they judge. */
public final class Elimination {
    private Elimination() {
    }

    /** The first values of the solution of an augmented system; null when it has no single one. */
    public static double[] solve(double[][] augmented, int wanted) {
        int n = augmented.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(augmented[row][column]) > Math.abs(augmented[pivot][column]) ? row : pivot;
            }
            if (Math.abs(augmented[pivot][column]) < 1e-13) {
                return null;
            }
            double[] swapped = augmented[column];
            augmented[column] = augmented[pivot];
            augmented[pivot] = swapped;
            for (int row = 0; row < n; row++) {
                double factor = row == column ? 0.0 : augmented[row][column] / augmented[column][column];
                for (int k = column; k <= n && factor != 0.0; k++) {
                    augmented[row][k] -= factor * augmented[column][k];
                }
            }
        }
        double[] solution = new double[n];
        Arrays.setAll(solution, i -> augmented[i][n] / augmented[i][i]);
        return Arrays.copyOf(solution, wanted);
    }

    /** The solution of matrix x = right. */
    public static double[] solve(double[][] matrix, double[] right) {
        double[][] augmented = new double[right.length][];
        Arrays.setAll(augmented, i -> {
            double[] row = Arrays.copyOf(matrix[i], right.length + 1);
            row[right.length] = right[i];
            return row;
        });
        return solve(augmented, right.length);
    }
}
