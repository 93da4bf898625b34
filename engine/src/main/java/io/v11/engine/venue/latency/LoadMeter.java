package io.v11.engine.venue.latency;

import java.util.Arrays;

/**
 * Counts market events by whole milliseconds of event time. What it says of a time depends on the milliseconds that
 * ended before it, all of which have been shown by then, so the answer is the same however far the player has run ahead
 * (up to {@link #KEPT_MS}). Confined to the ingest thread; allocates nothing after construction.
 */
public final class LoadMeter {
    /** Milliseconds remembered. */
    static final int KEPT_MS = 1 << 13;
    private static final int MASK = KEPT_MS - 1;
    private static final long NS_PER_MS = 1_000_000L;

    private final long[] milliseconds = new long[KEPT_MS];
    private final int[] counts = new int[KEPT_MS];

    public LoadMeter() {
        Arrays.fill(milliseconds, Long.MIN_VALUE);
    }

    public void onEvent(long timeNs) {
        long ms = Math.floorDiv(timeNs, NS_PER_MS);
        int place = (int) ms & MASK;
        if (milliseconds[place] != ms) {
            milliseconds[place] = ms;
            counts[place] = 0;
        }
        counts[place]++;
    }

    /** Events per millisecond over the last whole milliseconds before the one of {@code timeNs}. */
    double perMs(long timeNs, int windowMs) {
        long ms = Math.floorDiv(timeNs, NS_PER_MS);
        long events = 0;
        for (int back = 1; back <= windowMs; back++) {
            int place = (int) (ms - back) & MASK;
            events += milliseconds[place] == ms - back ? counts[place] : 0;
        }
        return events / (double) windowMs;
    }
}
