package io.v11.training.trainer.net;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;

import io.v11.ml.Logistic;
import io.v11.training.trainer.LogLoss;

/**
 * Weights of a logistic regression on their way to the minimum of weighted mean log loss plus {@code l2/2 |w|^2}, the
 * bias left free; Newton's method, which is iteratively reweighted least squares here (Hastie, Tibshirani and Friedman,
 * Elements of Statistical Learning, 4.4.1). A step that does not lower the objective is halved. Sums run in the order of
 * the rows and everything is double: the same weights on every machine.
 */
final class LogisticFit {
    private static final int HALVINGS = 20;

    private final NetRows rows;
    private final double l2;
    private final int features;
    private final double totalWeight;
    /** One for each feature, then the bias. */
    private double[] weights;
    private double objective;

    LogisticFit(NetRows rows, double l2) {
        this.rows = rows;
        this.l2 = l2;
        features = rows.features();
        weights = new double[features + 1];
        double total = 0.0;
        for (float weight : rows.weights()) {
            total += weight;
        }
        totalWeight = total;
        objective = objective(weights);
    }

    /** One Newton step; false when there is nothing left to gain. */
    boolean step() {
        double[] gradient = new double[features + 1];
        double[][] curvature = new double[features + 1][features + 1];
        accumulate(gradient, curvature);
        RealVector direction = new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false)).getSolver()
                .solve(new ArrayRealVector(gradient, false));
        double length = 1.0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] next = weights.clone();
            for (int i = 0; i <= features; i++) {
                next[i] -= length * direction.getEntry(i);
            }
            double reached = objective(next);
            if (reached < objective) {
                weights = next;
                objective = reached;
                return true;
            }
            length /= 2.0;
        }
        return false;
    }

    private void accumulate(double[] gradient, double[][] curvature) {
        double[] x = new double[features + 1];
        x[features] = 1.0;
        for (int row = 0; row < rows.count(); row++) {
            for (int i = 0; i < features; i++) {
                x[i] = rows.values()[row * features + i];
            }
            double share = rows.weights()[row] / totalWeight;
            double p = Logistic.probability(logit(weights, rows, row));
            double slope = share * (p - rows.labels()[row]);
            double bend = share * p * (1.0 - p);
            for (int i = 0; i <= features; i++) {
                gradient[i] += slope * x[i];
                double scaled = bend * x[i];
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += scaled * x[j];
                }
            }
        }
        for (int i = 0; i <= features; i++) {
            double penalty = i < features ? l2 : 0.0;
            gradient[i] += penalty * weights[i];
            // Rows whose probability is 0 or 1 bend nothing; the bias must stay solvable then.
            curvature[i][i] += i < features ? l2 : 1e-12;
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    private double objective(double[] of) {
        double squares = 0.0;
        for (int i = 0; i < features; i++) {
            squares += of[i] * of[i];
        }
        return loss(of, rows) + l2 / 2.0 * squares;
    }

    /** Weighted mean log loss on rows of any part. */
    double loss(NetRows of) {
        return loss(weights, of);
    }

    private static double loss(double[] weights, NetRows rows) {
        LogLoss loss = new LogLoss();
        for (int row = 0; row < rows.count(); row++) {
            loss.add(Logistic.probability(logit(weights, rows, row)), rows.labels()[row] > 0.5f, rows.weights()[row]);
        }
        return loss.mean();
    }

    private static double logit(double[] weights, NetRows rows, int row) {
        int features = rows.features();
        double logit = weights[features];
        for (int i = 0; i < features; i++) {
            logit += weights[i] * rows.values()[row * features + i];
        }
        return logit;
    }

    /** One for each feature, then the bias. */
    double[] weights() {
        return weights.clone();
    }
}
