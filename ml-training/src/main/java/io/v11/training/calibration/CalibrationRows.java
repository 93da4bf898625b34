package io.v11.training.calibration;

import java.util.Arrays;

import io.v11.ml.calibration.Calibration;
import io.v11.ml.calibration.LogOdds;

/**
 * What a calibration is fitted and judged on: for each row what the model said, what happened, and what the row counts.
 * Rows in order of time, none that the model was fitted on. Plain arrays; read only.
 *
 * @param probability in [0, 1]
 * @param weight      above 0; only proportions count
 */
public record CalibrationRows(double[] probability, boolean[] up, float[] weight) {
    /** As near to 0 and 1 as a probability counts in a log loss, the edge of {@link io.v11.training.metrics.Metrics}. */
    private static final double EDGE = 1e-7;

    public CalibrationRows {
        if (probability.length != up.length || up.length != weight.length) {
            throw new IllegalArgumentException("columns differ in length: probability=" + probability.length + " up="
                    + up.length + " weight=" + weight.length);
        }
        for (int row = 0; row < up.length; row++) {
            if (!LogOdds.isProbability(probability[row]) || !(weight[row] > 0.0f && weight[row] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("row " + row + " has probability " + probability[row]
                        + " and weight " + weight[row] + "; must be 0 to 1, and above 0 and finite");
            }
        }
    }

    /** The rows that the model answered and that count: those without a probability (NaN) or of weight 0 are left out. */
    public static CalibrationRows scored(double[] probability, boolean[] up, float[] weight) {
        double[] p = new double[probability.length];
        boolean[] u = new boolean[p.length];
        float[] w = new float[p.length];
        int count = 0;
        for (int row = 0; row < p.length; row++) {
            if (!Double.isNaN(probability[row]) && weight[row] != 0.0f) {
                p[count] = probability[row];
                u[count] = up[row];
                w[count++] = weight[row];
            }
        }
        return new CalibrationRows(Arrays.copyOf(p, count), Arrays.copyOf(u, count), Arrays.copyOf(w, count));
    }

    public int rows() {
        return up.length;
    }

    /** The rows outside {@code [from, to)}. */
    CalibrationRows without(int from, int to) {
        int count = rows() - (to - from);
        double[] p = Arrays.copyOf(probability, count);
        boolean[] u = Arrays.copyOf(up, count);
        float[] w = Arrays.copyOf(weight, count);
        System.arraycopy(probability, to, p, from, rows() - to);
        System.arraycopy(up, to, u, from, rows() - to);
        System.arraycopy(weight, to, w, from, rows() - to);
        return new CalibrationRows(p, u, w);
    }

    /** The rows of {@code [from, to)}. */
    CalibrationRows within(int from, int to) {
        return new CalibrationRows(Arrays.copyOfRange(probability, from, to), Arrays.copyOfRange(up, from, to),
                Arrays.copyOfRange(weight, from, to));
    }

    /** The same rows with calibrated probabilities. */
    public CalibrationRows calibrated(Calibration calibration) {
        double[] p = new double[rows()];
        for (int row = 0; row < p.length; row++) {
            p[row] = calibration.apply(probability[row]);
        }
        return new CalibrationRows(p, up, weight);
    }

    double totalWeight() {
        double total = 0.0;
        for (float one : weight) {
            total += one;
        }
        return total;
    }

    /** Number of equally weighted rows that say as much: (sum of w)^2 / sum of w^2 (Kish 1965). */
    double effectiveRows() {
        double total = totalWeight();
        double squares = 0.0;
        for (float one : weight) {
            squares += (double) one * one;
        }
        return total * total / squares;
    }

    /** Weighted share of rows that went up. */
    double upShare() {
        double ups = 0.0;
        for (int row = 0; row < rows(); row++) {
            ups += up[row] ? weight[row] : 0.0;
        }
        return ups / totalWeight();
    }

    /** Weighted mean of {@code -ln p(what happened)}. */
    public double logLoss() {
        double sum = 0.0;
        for (int row = 0; row < rows(); row++) {
            double p = Math.max(EDGE, Math.min(1.0 - EDGE, probability[row]));
            sum -= weight[row] * StrictMath.log(up[row] ? p : 1.0 - p);
        }
        return sum / totalWeight();
    }

    /** Weighted mean squared error of the probability (Brier 1950). */
    public double brier() {
        double sum = 0.0;
        for (int row = 0; row < rows(); row++) {
            double error = probability[row] - (up[row] ? 1.0 : 0.0);
            sum += weight[row] * error * error;
        }
        return sum / totalWeight();
    }
}
