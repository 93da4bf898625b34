package io.v11.ml;

import java.util.Arrays;

/**
 * The features of one instrument at one event: values in catalogue order, a validity bit for each, and for those that
 * are not valid the cause. Allocated once per ring slot; written by the feature stage only. A value that is NaN or
 * infinite never gets in: {@link #set} stores 0 and leaves the bit clear.
 */
public final class FeatureVector {
    private static final Invalidity[] CAUSES = Invalidity.values();

    private final double[] values;
    private final long[] validity;
    private final byte[] causes;
    private final float[] normalised;
    private boolean ready;
    private boolean hasNormalised;
    private int instrument;
    private long timeNs;
    private int episode;

    public FeatureVector(int size) {
        values = new double[size];
        validity = new long[(size + 63) >>> 6];
        causes = new byte[size];
        normalised = new float[size];
    }

    /** Forgets everything; the slot is about to bear another event. */
    public void clear() {
        ready = false;
        hasNormalised = false;
        Arrays.fill(values, 0.0);
        Arrays.fill(validity, 0L);
        Arrays.fill(causes, (byte) 0);
    }

    public int size() {
        return values.length;
    }

    /** True when this event is a decision: the vector is filled and models are asked. */
    public boolean ready() {
        return ready;
    }

    /**
     * Of whom and when the values are; models with memory keep one for each instrument.
     *
     * @param ofInstrument instrument id
     * @param eventTimeNs  time of the event, epoch nanoseconds
     * @param ofEpisode    number of the unbroken stretch of the instrument's book: it rises whenever the book was lost
     */
    public void origin(int ofInstrument, long eventTimeNs, int ofEpisode) {
        instrument = ofInstrument;
        timeNs = eventTimeNs;
        episode = ofEpisode;
    }

    public int instrument() {
        return instrument;
    }

    /** Time of the event, epoch nanoseconds. */
    public long timeNs() {
        return timeNs;
    }

    /** Number of the unbroken stretch of the instrument's book. */
    public int episode() {
        return episode;
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
            invalidate(index, value == value ? Invalidity.INFINITE : Invalidity.UNDEFINED);
        }
    }

    /** The value is not known yet. */
    public void invalidate(int index) {
        invalidate(index, Invalidity.NOT_WARM);
    }

    public void invalidate(int index, Invalidity cause) {
        values[index] = 0.0;
        validity[index >>> 6] &= ~(1L << index);
        causes[index] = (byte) cause.ordinal();
    }

    /** Takes over all values and causes of a part that was computed earlier, its first one to {@code first}. */
    public void copyFrom(FeatureVector part, int first) {
        for (int i = 0; i < part.values.length; i++) {
            int index = first + i;
            values[index] = part.values[i];
            causes[index] = part.causes[i];
            long bit = 1L << index;
            validity[index >>> 6] = part.isValid(i) ? validity[index >>> 6] | bit : validity[index >>> 6] & ~bit;
        }
    }

    /** The value, 0 when it is not valid. */
    public double value(int index) {
        return values[index];
    }

    public boolean isValid(int index) {
        return (validity[index >>> 6] & (1L << index)) != 0;
    }

    /** Why the feature is not valid; means nothing when it is. */
    public Invalidity cause(int index) {
        return CAUSES[causes[index]];
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

    /** Adds the number of features without value to {@code counts}, by the ordinal of their cause. */
    public void countInvalid(long[] counts) {
        for (int word = 0; word < validity.length; word++) {
            int first = word << 6;
            int size = Math.min(64, values.length - first);
            long invalid = ~validity[word] & -1L >>> 64 - size;
            while (invalid != 0) {
                counts[causes[first + Long.numberOfTrailingZeros(invalid)]]++;
                invalid &= invalid - 1;
            }
        }
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
