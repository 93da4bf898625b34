package io.v11.training.optimisation.sampler;

import java.util.Random;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * State of CMA-ES: a normal distribution that moves to where the better half lay and widens along the directions in
 * which it moved. Equations and default constants: N. Hansen, "The CMA Evolution Strategy: A Tutorial",
 * arXiv:1604.00772, figure 6 and table 1, positive weights only. n parameters: n^2 numbers, and n^3 operations to
 * learn. Confined to one thread.
 */
final class Covariance {
    private static final double CONDITION_MAX = 1e14;

    private final int n;
    private final double[] weights;
    private final double effective;
    private final double[] leastDeviations;
    private final double[] mean;
    private final double[] conjugatePath;
    private final double[] path;
    private final double[][] covariance;
    private double step;
    private int generation;
    private double[][] vectors;
    private double[] scales;

    /**
     * @param leastDeviations of each parameter, so that whole numbers go on being varied (after Hansen 2011, RR-7751)
     */
    Covariance(double[] mean, double step, int batch, double[] leastDeviations) {
        n = mean.length;
        this.mean = mean.clone();
        this.step = step;
        this.leastDeviations = leastDeviations.clone();
        weights = weights(batch);
        double squares = 0.0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        effective = 1.0 / squares;
        conjugatePath = new double[n];
        path = new double[n];
        covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = 1.0;
        }
        decompose();
    }

    private static double[] weights(int batch) {
        double[] weights = new double[batch / 2];
        double sum = 0.0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.log((batch + 1.0) / 2.0) - StrictMath.log(i + 1.0);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** mean + step B D z. */
    double[] draw(Random random) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = scales[i] * random.nextGaussian();
        }
        double[] drawn = mean.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                drawn[i] += step * vectors[i][k] * z[k];
            }
        }
        return drawn;
    }

    /** @param sorted the whole generation, the best first */
    void learn(double[][] sorted) {
        generation++;
        double[][] steps = new double[weights.length][n];
        double[] move = new double[n];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < n; i++) {
                steps[k][i] = (sorted[k][i] - mean[i]) / step;
                move[i] += weights[k] * steps[k][i];
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] += step * move[i];
        }
        double forget = (effective + 2.0) / (n + effective + 5.0);
        double damping = 1.0 + 2.0 * Math.max(0.0, StrictMath.sqrt((effective - 1.0) / (n + 1.0)) - 1.0) + forget;
        double[] white = whiten(move);
        double length = 0.0;
        for (int i = 0; i < n; i++) {
            conjugatePath[i] = (1.0 - forget) * conjugatePath[i]
                    + StrictMath.sqrt(forget * (2.0 - forget) * effective) * white[i];
            length += conjugatePath[i] * conjugatePath[i];
        }
        length = StrictMath.sqrt(length);
        double expected = StrictMath.sqrt(n) * (1.0 - 1.0 / (4.0 * n) + 1.0 / (21.0 * n * n));
        double unbiased = StrictMath.sqrt(1.0 - StrictMath.pow(1.0 - forget, 2.0 * generation));
        boolean steady = length / unbiased < (1.4 + 2.0 / (n + 1.0)) * expected;
        learnShape(steps, move, steady);
        step *= StrictMath.exp(Math.min(1.0, forget / damping * (length / expected - 1.0)));
        widen();
        decompose();
    }

    /** @param steady the path is not so long that the step must grow first: h_sigma of the tutorial */
    private void learnShape(double[][] steps, double[] move, boolean steady) {
        double forget = (4.0 + effective / n) / (n + 4.0 + 2.0 * effective / n);
        double one = 2.0 / ((n + 1.3) * (n + 1.3) + effective);
        double many = Math.min(1.0 - one,
                2.0 * (0.25 + effective + 1.0 / effective - 2.0) / ((n + 2.0) * (n + 2.0) + effective));
        double along = steady ? StrictMath.sqrt(forget * (2.0 - forget) * effective) : 0.0;
        double lost = steady ? 0.0 : forget * (2.0 - forget);
        for (int i = 0; i < n; i++) {
            path[i] = (1.0 - forget) * path[i] + along * move[i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rank = 0.0;
                for (int k = 0; k < weights.length; k++) {
                    rank += weights[k] * steps[k][i] * steps[k][j];
                }
                covariance[i][j] = (1.0 - one - many + one * lost) * covariance[i][j] + one * path[i] * path[j]
                        + many * rank;
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    /** C^(-1/2) v. */
    private double[] whiten(double[] v) {
        double[] white = new double[n];
        for (int k = 0; k < n; k++) {
            double along = 0.0;
            for (int i = 0; i < n; i++) {
                along += vectors[i][k] * v[i];
            }
            for (int i = 0; i < n; i++) {
                white[i] += vectors[i][k] * along / scales[k];
            }
        }
        return white;
    }

    private void widen() {
        for (int i = 0; i < n; i++) {
            double least = leastDeviations[i] / step;
            covariance[i][i] = Math.max(covariance[i][i], least * least);
        }
    }

    private void decompose() {
        RealMatrix matrix = new Array2DRowRealMatrix(covariance, true);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(matrix);
        vectors = eigen.getV().getData();
        scales = new double[n];
        for (int i = 0; i < n; i++) {
            scales[i] = StrictMath.sqrt(Math.max(eigen.getEigenvalue(i), Double.MIN_NORMAL));
        }
    }

    /** Steps below {@code least} in every direction, or so unequal that arithmetic fails. */
    boolean exhausted(double least) {
        double widest = 0.0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (double scale : scales) {
            widest = Math.max(widest, scale);
            narrowest = Math.min(narrowest, scale);
        }
        return step * widest < least || widest * widest > CONDITION_MAX * narrowest * narrowest
                || !Double.isFinite(step * widest);
    }
}
