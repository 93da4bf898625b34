package io.v11.benchmarks.latency;

import java.util.Locale;

/**
 * What the machine takes away from a thread that does nothing but look at the clock: the floor under every tail. A p99.9 can be
 * read as the engine's only as far as it lies above this.
 *
 * @param perSecond gaps a second longer than 10 us, 100 us, 1 ms
 * @param maximum   longest gap, ns
 * @param timer     median distance of two looks, ns: what a look costs
 */
record PlatformGaps(double[] perSecond, long maximum, long timer) {
    private static final long[] BOUNDS_NS = {10_000, 100_000, 1_000_000};
    private static final int TIMER_BINS = 1000;

    /** Looks at the clock for so long, on the calling thread. */
    static PlatformGaps watch(long nanos) {
        long[] counts = new long[BOUNDS_NS.length];
        long[] distances = new long[TIMER_BINS];
        long looks = 0;
        long maximum = 0;
        long start = System.nanoTime();
        long last = start;
        while (last - start < nanos) {
            long now = System.nanoTime();
            long gap = now - last;
            last = now;
            looks++;
            if (gap < TIMER_BINS) {
                distances[(int) gap]++;
                continue;
            }
            maximum = Math.max(maximum, gap);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += gap > BOUNDS_NS[i] ? 1 : 0;
            }
        }
        double seconds = (last - start) / 1e9;
        return new PlatformGaps(new double[]{counts[0] / seconds, counts[1] / seconds, counts[2] / seconds}, maximum,
                median(distances, looks));
    }

    private static long median(long[] distances, long looks) {
        long seen = 0;
        for (int i = 0; i < distances.length; i++) {
            seen += distances[i];
            if (seen * 2 >= looks) {
                return i;
            }
        }
        return TIMER_BINS;
    }

    String describe() {
        return String.format(Locale.ROOT, "%.0f/s > 10 us, %.1f/s > 100 us, %.2f/s > 1 ms, longest %.3f ms",
                perSecond[0], perSecond[1], perSecond[2], maximum / 1e6);
    }
}
