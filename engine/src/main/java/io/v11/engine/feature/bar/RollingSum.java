package io.v11.engine.feature.bar;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * Sum of the last values, added up anew for each reading: with some dozen values that costs nanoseconds and never drifts
 * (a running sum would, and after a large value left it would be wrong for ever). Added in the order of the ring, in four
 * strands. Confined to one thread; allocates nothing after construction.
 */
public final class RollingSum {
    private final double[] values;
    private int at;
    private long count;

    public RollingSum(int length) {
        values = new double[length];
    }

    public void add(double x) {
        values[at] = x;
        at = at + 1 == values.length ? 0 : at + 1;
        count++;
    }

    /** A whole window has been seen. */
    public boolean ready() {
        return count >= values.length;
    }

    /** The sum of what was seen of the window. */
    public double sum() {
        double a = 0.0;
        double b = 0.0;
        double c = 0.0;
        double d = 0.0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < values.length; i++) {
            a += values[i];
        }
        return (a + b) + (c + d);
    }

    public void reset() {
        Arrays.fill(values, 0.0);
        at = 0;
        count = 0L;
    }

    public long stateHash(long start) {
        long hash = StateHash.add(start, count);
        for (int i = 0; i < values.length; i++) {
            hash = StateHash.add(hash, values[i]);
        }
        return hash;
    }
}
