package io.v11.ml;

import java.util.Arrays;

/**
 * What the models say of one feature vector: for each the probability that the next move of the mid price is up, and
 * the ensemble's. Allocated once per ring slot; written by the inference stage only.
 */
public final class ModelScores {
    private final double[] scores;
    private int valid;
    private int skipped;
    private double ensemble = Double.NaN;
    private boolean ready;
    private boolean confident;
    private double invalidInputs;

    public ModelScores(int models) {
        scores = new double[models];
    }

    /** Forgets everything; the slot is about to bear another event. */
    public void clear() {
        Arrays.fill(scores, 0.0);
        valid = 0;
        skipped = 0;
        ensemble = Double.NaN;
        ready = false;
        confident = false;
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

    /** Bit i: model i was not asked, to keep the inference budget. */
    public int skippedMask() {
        return skipped;
    }

    public void skippedMask(int models) {
        skipped = models;
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

    /** Probability of an upward move; NaN when not {@link #ready()}. */
    public double ensemble() {
        return ensemble;
    }

    /** Anything outside [0, 1] leaves the ensemble without value. What has a value is confident until a gate objects. */
    public void ensemble(double probability) {
        ready = probability >= 0.0 && probability <= 1.0;
        ensemble = ready ? probability : Double.NaN;
        confident = ready;
    }

    /** True when the ensemble has a value that may be acted upon. */
    public boolean confident() {
        return confident;
    }

    /** A gate's verdict on the value. */
    public void confident(boolean passes) {
        confident = passes && ready;
    }
}
