package io.v11.training.execution.calibration;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Expected cost of an order that takes, basis points from the mid: linear in the inputs of {@link TakenOrder}. The root of size is
 * the square-root law of impact (Almgren, Thum, Hauptmann, Li, "Direct estimation of equity market impact", 2005; Toth and others,
 * 2011), the linear term Kyle's (1985). Least squares with a small ridge, so that inputs that hardly differ share their weight.
 *
 * @param standard  of the inputs
 * @param slopes    of the standardised inputs
 * @param intercept mean cost of the learning rows
 */
record SlippageModel(Standard standard, double[] slopes, double intercept) {
    private static final double RIDGE = 1e-3;

    static SlippageModel fit(TakenOrder rows) {
        Standard standard = Standard.of(rows.inputs());
        double[][] x = standard.apply(rows.inputs());
        double mean = 0.0;
        for (double cost : rows.costBps()) {
            mean += cost / rows.rows();
        }
        double[][] squares = new double[x.length][x.length];
        double[] products = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int row = 0; row < rows.rows(); row++) {
                products[i] += x[i][row] * (rows.costBps()[row] - mean);
            }
            for (int k = 0; k < x.length; k++) {
                for (int row = 0; row < rows.rows(); row++) {
                    squares[i][k] += x[i][row] * x[k][row];
                }
            }
            squares[i][i] += RIDGE * rows.rows();
        }
        double[] slopes = new CholeskyDecomposition(new Array2DRowRealMatrix(squares, false)).getSolver()
                .solve(new ArrayRealVector(products, false)).toArray();
        return new SlippageModel(standard, slopes, mean);
    }

    double[] costsBps(TakenOrder rows) {
        double[][] x = standard.apply(rows.inputs());
        double[] costs = new double[rows.rows()];
        for (int row = 0; row < costs.length; row++) {
            costs[row] = intercept;
            for (int i = 0; i < slopes.length; i++) {
                costs[row] += slopes[i] * x[i][row];
            }
        }
        return costs;
    }
}
