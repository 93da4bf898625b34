package io.v11.engine.risk.check;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * Times of the latest approvals: as many as may fall into one second. The window is open at its old end: an order
 * exactly one second old no longer counts. Event time, so the answer is the same in a replay.
 */
final class OrderRate {
    private static final long WINDOW_NS = 1_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] timesNs;
    private int oldest;

    OrderRate(int perSecond) {
        timesNs = new long[perSecond];
        Arrays.fill(timesNs, NEVER);
    }

    /** One more order at this time stays within the rate. */
    boolean admits(long nowNs) {
        return timesNs[oldest] == NEVER || nowNs - timesNs[oldest] >= WINDOW_NS;
    }

    void onApproved(long nowNs) {
        timesNs[oldest] = nowNs;
        oldest = oldest + 1 == timesNs.length ? 0 : oldest + 1;
    }

    long addTo(long hash) {
        long result = StateHash.add(hash, oldest);
        for (long time : timesNs) {
            result = StateHash.add(result, time);
        }
        return result;
    }
}
