package io.v11.ml;

import java.util.Arrays;

/**
 * The features of one instrument at one event: values in catalogue order, and a validity bit for each.
 * Allocated once per ring slot; written by the feature stage only. A value that is NaN or infinite never gets in:
 * {@link #set} stores 0 and leaves the bit clear.
 */
public final class FeatureVector {
    private final double[] values;
    private final long[] validity;
    private final float[] normalised;
    private boolean ready;
    private boolean hasNormalised;

    public FeatureVector(int size) {
        values = new double[size];
        validity = new long[(size + 63) >>> 6];
        normalised = new float[size];
    }

    /** Forgets everything; the slot is about to bear another event. */
    public void clear() {
        ready = false;
        hasNormalised = false;
        Arrays.fill(values, 0.0);
        Arrays.fill(validity, 0L);
    }

    public int size() {
        return values.length;
    }

    /** True when this event is a decision: the vector is filled and models are asked. */
    public boolean ready() {
        return ready;
    }

    /** Normalised values do not outlive the decision they were made for. */
    public void ready(boolean isReady) {
        ready = isReady;
        hasNormalised &= isReady;
    }

    public void set(int index, double value) {
        if (Math.abs(value) <= Double.MAX_VALUE) {
            values[index] = value;
            validity[index >>> 6] |= 1L << index;
        } else {
            invalidate(index);
        }
    }

    public void invalidate(int index) {
        values[index] = 0.0;
        validity[index >>> 6] &= ~(1L << index);
    }

    /** The value, 0 when it is not valid. */
    public double value(int index) {
        return values[index];
    }

    public boolean isValid(int index) {
        return (validity[index >>> 6] & (1L << index)) != 0;
    }

    public int validityWords() {
        return validity.length;
    }

    public long validityWord(int word) {
        return validity[word];
    }

    public int validCount() {
        int count = 0;
        for (int i = 0; i < validity.length; i++) {
            count += Long.bitCount(validity[i]);
        }
        return count;
    }

    /** True when {@link Normaliser} has filled the second plane for this decision. */
    public boolean hasNormalised() {
        return hasNormalised;
    }

    /** The normalised value, NaN when there is none: feature not valid, its normalisation not warm, or no normaliser. */
    public float normalised(int index) {
        return hasNormalised ? normalised[index] : Float.NaN;
    }

    /** Whoever sets one sets all of them. */
    public void normalised(int index, float value) {
        normalised[index] = value;
        hasNormalised = true;
    }

    /** Hash of values and validity, equal for equal bits; what training compares with live. */
    public long hash() {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < values.length; i++) {
            hash = mix(hash, Double.doubleToRawLongBits(values[i]));
        }
        for (int i = 0; i < validity.length; i++) {
            hash = mix(hash, validity[i]);
        }
        return hash;
    }

    static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 29);
    }
}
