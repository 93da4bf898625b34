package io.v11.engine.feature.bar;

import io.v11.engine.slot.StateHash;

/**
 * Moving average over bars that starts as the plain mean of the first {@code length} values and is smoothed from then
 * on: {@code a += weight * (x - a)}. Weight 2 / (length + 1) gives the usual EMA, 1 / length Wilder's (1978). Confined to
 * one thread; allocates nothing after construction.
 */
public final class SeededAverage {
    private final int length;
    private final double weight;
    private int count;
    private double value;

    private SeededAverage(int length, double weight) {
        this.length = length;
        this.weight = weight;
    }

    public static SeededAverage exponential(int length) {
        return new SeededAverage(length, 2.0 / (length + 1));
    }

    public static SeededAverage wilder(int length) {
        return new SeededAverage(length, 1.0 / length);
    }

    public void add(double x) {
        if (count < length) {
            count++;
            value += x;
            if (count == length) {
                value /= length;
            }
        } else {
            value += weight * (x - value);
        }
    }

    public boolean ready() {
        return count == length;
    }

    /** The weight of a new value. */
    public double weight() {
        return weight;
    }

    /** The average; a partial sum and of no use before {@link #ready()}. */
    public double value() {
        return value;
    }

    public void reset() {
        count = 0;
        value = 0.0;
    }

    public long stateHash(long start) {
        return StateHash.add(StateHash.add(start, count), value);
    }
}
