package io.v11.engine.feature.group;

import io.v11.engine.slot.StateHash;

/**
 * How many observations in a row had the sign of the last one: of those within {@link Moment#HORIZON_NS}, so that the
 * start of a replay is forgotten, and at most {@link #LONGEST}. Confined to one thread; allocates nothing after
 * construction.
 */
public final class SignRun {
    /** Longer runs are not told apart. */
    public static final int LONGEST = 50;
    private static final int SIZE = 64;
    private static final int MASK = SIZE - 1;

    private final long[] timesNs = new long[SIZE];
    private long first;
    private long end;
    private int sign;

    public void reset() {
        first = 0L;
        end = 0L;
        sign = 0;
    }

    /** Lets observations grow old; to be called on every event, before {@link #add}. */
    public void onTime(long nowNs) {
        while (first < end && nowNs - timesNs[(int) first & MASK] > Moment.HORIZON_NS) {
            first++;
        }
    }

    /** @param observed 1 or -1 */
    public void add(long timeNs, int observed) {
        if (observed != sign) {
            sign = observed;
            first = end;
        }
        timesNs[(int) end & MASK] = timeNs;
        end++;
        first = Math.max(first, end - LONGEST);
    }

    /** Sign of the last observation, 0 before the first. */
    public int sign() {
        return sign;
    }

    /** The length with the sign. */
    public long signed() {
        return sign * (end - first);
    }

    public long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(start, sign), end - first);
        for (long i = first; i < end; i++) {
            hash = StateHash.add(hash, timesNs[(int) i & MASK]);
        }
        return hash;
    }
}
