package io.v11.ml;

import java.util.Arrays;

/**
 * What the models say of one feature vector: for each the probability that the next move of the mid price is up, and
 * the ensemble's. Allocated once per ring slot; written by the inference stage only.
 */
public final class ModelScores {
    private final double[] scores;
    private int valid;
    private double ensemble;
    private boolean ready;
    private double invalidInputs;

    public ModelScores(int models) {
        scores = new double[models];
    }

    /** Forgets everything; the slot is about to bear another event. */
    public void clear() {
        Arrays.fill(scores, 0.0);
        valid = 0;
        ensemble = 0.0;
        ready = false;
        invalidInputs = 0.0;
    }

    public int count() {
        return scores.length;
    }

    /** Stores the probability of model {@code index}; anything outside [0, 1], NaN included, leaves it invalid. */
    public void set(int index, double probability) {
        if (probability >= 0.0 && probability <= 1.0) {
            scores[index] = probability;
            valid |= 1 << index;
        }
    }

    public double score(int index) {
        return scores[index];
    }

    public boolean isValid(int index) {
        return (valid & (1 << index)) != 0;
    }

    /** Bit i: model i gave a usable score. */
    public int validMask() {
        return valid;
    }

    /** Part of the features that any of the models reads which were not valid. */
    public double invalidInputs() {
        return invalidInputs;
    }

    public void invalidInputs(double fraction) {
        invalidInputs = fraction;
    }

    /** True when the ensemble has a value. */
    public boolean ready() {
        return ready;
    }

    /** Probability of an upward move; meaningful when {@link #ready()}. */
    public double ensemble() {
        return ensemble;
    }

    public void ensemble(double probability) {
        ensemble = probability;
        ready = probability >= 0.0 && probability <= 1.0;
    }
}
