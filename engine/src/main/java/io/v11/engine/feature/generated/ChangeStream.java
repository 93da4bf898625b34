package io.v11.engine.feature.generated;

import io.v11.engine.slot.StateHash;

/**
 * A value less its latest sample that is at least one window old, and at most {@link Expression#FURTHEST}. Samples younger
 * than the window and one older are kept, 12 bytes each.
 */
final class ChangeStream extends Stream {
    private final int windowS;
    /** Low halves of the seconds: their differences are exact. */
    private final int[] seconds;
    private final double[] values;
    private int oldest;
    private int count;

    ChangeStream(int windowS, int[] positions) {
        super(positions);
        this.windowS = windowS;
        // Before the oldest is dropped a window's samples and both its ends are held.
        seconds = new int[windowS + 2];
        values = new double[windowS + 2];
    }

    @Override
    void sample(double a, double b, long atS) {
        skip(atS);
        int at = slot(count);
        seconds[at] = (int) atS;
        values[at] = a;
        count++;
    }

    @Override
    void skip(long atS) {
        while (count > 1 && (int) atS - seconds[slot(1)] >= windowS) {
            oldest = slot(1);
            count--;
        }
    }

    @Override
    boolean warm(long nowS) {
        int age = (int) nowS - seconds[oldest];
        return count > 0 && age >= windowS && age <= Expression.FURTHEST * windowS;
    }

    @Override
    double value(double a, double b, long nowS) {
        return a - values[oldest];
    }

    private int slot(int after) {
        int at = oldest + after;
        return at >= seconds.length ? at - seconds.length : at;
    }

    @Override
    void reset() {
        oldest = 0;
        count = 0;
    }

    @Override
    long stateHash(long start) {
        long hash = StateHash.add(start, count);
        for (int i = 0; i < count; i++) {
            hash = StateHash.add(StateHash.add(hash, seconds[slot(i)]), values[slot(i)]);
        }
        return hash;
    }
}
