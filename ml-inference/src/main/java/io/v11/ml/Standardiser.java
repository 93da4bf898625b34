package io.v11.ml;

import java.nio.FloatBuffer;

/**
 * The one rule by which a vector becomes inputs of a net: (value - mean) / deviation in double, clipped, as float; 0
 * where the feature is not valid. Training must use it too. Immutable; allocates nothing per call.
 */
public final class Standardiser {
    private final double[] means;
    private final double[] deviations;
    private final double clip;

    /** @param clip bound of an input, deviations */
    public Standardiser(double[] means, double[] deviations, double clip) {
        if (means.length != deviations.length) {
            throw new ModelException(
                    means.length + " means and " + deviations.length + " deviations; give one pair each");
        }
        for (int i = 0; i < means.length; i++) {
            if (!(Math.abs(means[i]) <= Double.MAX_VALUE && deviations[i] > 0.0 && deviations[i] <= Double.MAX_VALUE)) {
                throw new ModelException("feature " + i + " cannot be standardised: mean=" + means[i] + ", deviation="
                        + deviations[i] + "; the deviation must be above 0, 1 for a constant");
            }
        }
        if (!(clip > 0.0 && clip <= Float.MAX_VALUE)) {
            throw new ModelException("clip must be above 0 and finite, is " + clip);
        }
        this.means = means.clone();
        this.deviations = deviations.clone();
        this.clip = clip;
    }

    public int features() {
        return means.length;
    }

    /** The input for one value. */
    public float input(int feature, double value) {
        double standardised = (value - means[feature]) / deviations[feature];
        return (float) Math.max(-clip, Math.min(clip, standardised));
    }

    /** The input for one value, 0 when it is missing (NaN). */
    public float inputOrMean(int feature, double value) {
        return Double.isNaN(value) ? 0.0f : input(feature, value);
    }

    /** Writes all inputs at the absolute indices 0 to features - 1. */
    public void fill(ModelInputs inputs, FeatureVector features, FloatBuffer target) {
        for (int i = 0; i < means.length; i++) {
            target.put(i, inputOrMean(i, inputs.value(features, i)));
        }
    }
}
