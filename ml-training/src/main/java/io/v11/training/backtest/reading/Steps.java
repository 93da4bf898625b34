package io.v11.training.backtest.reading;

/** Lengths of a step of time, each a multiple of the one before: a series that grows too long takes the next. */
final class Steps {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long[] LENGTHS_NS = {SECOND_NS, 10 * SECOND_NS, 60 * SECOND_NS, 300 * SECOND_NS,
        900 * SECOND_NS, 3_600 * SECOND_NS, 14_400 * SECOND_NS, 86_400 * SECOND_NS};

    private Steps() {
    }

    static long least() {
        return LENGTHS_NS[0];
    }

    /** The next longer one; beyond a day twice as long each. */
    static long after(long stepNs) {
        for (long length : LENGTHS_NS) {
            if (length > stepNs) {
                return length;
            }
        }
        return 2 * stepNs;
    }
}
