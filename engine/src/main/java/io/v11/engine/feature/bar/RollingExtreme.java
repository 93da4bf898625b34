package io.v11.engine.feature.bar;

import io.v11.engine.slot.StateHash;

/**
 * Highest or lowest of the last values and how long ago it was, the latest of equals. A ring of the candidates in
 * falling (or rising) order: a new value throws out those it makes hopeless, so that on average one comparison is made
 * for each value (the "ascending minima" of Harter 2001). Confined to one thread; allocates nothing after construction.
 */
public final class RollingExtreme {
    private final int length;
    private final int sign;
    private final int mask;
    private final double[] values;
    private final long[] numbers;
    private long count;
    private long head;
    private long tail;

    private RollingExtreme(int length, int sign) {
        this.length = length;
        this.sign = sign;
        int size = Integer.highestOneBit(Math.max(1, length - 1)) << 1;
        mask = size - 1;
        values = new double[size];
        numbers = new long[size];
    }

    public static RollingExtreme highest(int length) {
        return new RollingExtreme(length, 1);
    }

    public static RollingExtreme lowest(int length) {
        return new RollingExtreme(length, -1);
    }

    public void add(double x) {
        double signed = sign * x;
        while (tail > head && values[(int) (tail - 1) & mask] <= signed) {
            tail--;
        }
        // The oldest goes first: the ring has no room for one more than the window.
        if (tail > head && numbers[(int) head & mask] <= count - length) {
            head++;
        }
        int at = (int) tail & mask;
        values[at] = signed;
        numbers[at] = count;
        tail++;
        count++;
    }

    /** A whole window has been seen. */
    public boolean ready() {
        return count >= length;
    }

    /** The extreme of what was seen of the window; something must have been. */
    public double value() {
        return sign * values[(int) head & mask];
    }

    /** Values since the extreme: 0 when the newest is it. */
    public int age() {
        return (int) (count - 1 - numbers[(int) head & mask]);
    }

    public void reset() {
        count = 0L;
        head = 0L;
        tail = 0L;
    }

    public long stateHash(long start) {
        long hash = StateHash.add(start, count);
        for (long i = head; i < tail; i++) {
            hash = StateHash.add(hash, count - numbers[(int) i & mask]);
            hash = StateHash.add(hash, values[(int) i & mask]);
        }
        return hash;
    }
}
