package io.v11.training.trainer;

import io.v11.ml.ModelInputs;
import io.v11.ml.Standardiser;
import io.v11.training.data.Dataset;

/**
 * What the train rows say about each input: weighted mean and deviation, and the bound of a standardised input. Nets are
 * fed by it through the serving side's {@link Standardiser}; trees take raw values, for them it only goes on record.
 */
public record Standardisation(double[] mean, double[] deviation, double clip) {
    /** Weighted mean and deviation of every input over its valid values in the rows; Welford's recurrence. */
    public static Standardisation fit(Dataset data, ModelInputs inputs, int[] rows, float[] weights, double clip) {
        int features = inputs.size();
        double[] mean = new double[features];
        double[] squares = new double[features];
        double[] total = new double[features];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < features; f++) {
                double value = data.input(rows[i], inputs, f);
                if (!Double.isNaN(value)) {
                    total[f] += weights[i];
                    double delta = value - mean[f];
                    mean[f] += delta * weights[i] / total[f];
                    squares[f] += weights[i] * delta * (value - mean[f]);
                }
            }
        }
        double[] deviation = new double[features];
        for (int f = 0; f < features; f++) {
            double variance = total[f] > 0.0 ? squares[f] / total[f] : 0.0;
            // A constant input says nothing: with deviation 1 it is 0 wherever it keeps its constant.
            deviation[f] = variance > 1e-24 ? Math.sqrt(variance) : 1.0;
        }
        return new Standardisation(mean, deviation, clip);
    }

    /** The rule that serving applies. */
    public Standardiser standardiser() {
        return new Standardiser(mean, deviation, clip);
    }
}
