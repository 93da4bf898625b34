package io.v11.training.trainer;

import io.v11.training.data.Dataset;

/**
 * {@code (value - mean) / deviation}, clipped to +-{@code clip}; an invalid value becomes 0, which is the mean. Fitted on
 * train rows only. Trees need none of it: {@link #NONE}.
 */
public record Standardisation(double[] mean, double[] deviation, double clip) {
    /** Values pass as they are and an invalid one stays NaN. */
    public static final Standardisation NONE = new Standardisation(new double[0], new double[0], 0.0);

    /** Weighted mean and deviation of every feature over the valid values of the rows; Welford's recurrence. */
    public static Standardisation fit(Dataset data, int[] rows, float[] weights, double clip) {
        int features = data.features();
        double[] mean = new double[features];
        double[] squares = new double[features];
        double[] total = new double[features];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < features; f++) {
                double value = data.value(rows[i], f);
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
            // A constant feature says nothing: with deviation 1 it is 0 wherever it keeps its constant.
            deviation[f] = variance > 1e-24 ? Math.sqrt(variance) : 1.0;
        }
        return new Standardisation(mean, deviation, clip);
    }

    public boolean none() {
        return mean.length == 0;
    }

    /** The model's input for a raw value of the feature. */
    public float apply(int feature, double value) {
        if (none()) {
            return (float) value;
        }
        if (Double.isNaN(value)) {
            return 0.0f;
        }
        double standard = (value - mean[feature]) / deviation[feature];
        return (float) Math.max(-clip, Math.min(clip, standard));
    }
}
