package io.v11.benchmarks.subject;

/** How the far side of a hop says that, and when, it saw a frame. One writer, one reader; both spin. */
final class Receipt {
    private static final int SPINS_PER_LOOK = 1 << 20;
    private static final long PATIENCE_NS = 10_000_000_000L;

    private long nanos;
    private long firstBytes;
    private volatile long sequence;

    /** The far side has frame {@code seen}, counted from 1. */
    void seen(long seen, long atNanos, long bytes) {
        nanos = atNanos;
        firstBytes = bytes;
        sequence = seen;
    }

    /** Waits for a frame; returns when it was seen. */
    long await(long awaited, long bytes) {
        int spins = 0;
        long start = 0;
        while (sequence < awaited) {
            Thread.onSpinWait();
            if (++spins == SPINS_PER_LOOK) {
                spins = 0;
                start = start == 0 ? System.nanoTime() : start;
                if (System.nanoTime() - start > PATIENCE_NS) {
                    throw new IllegalStateException("frame " + awaited + " was not seen within ten seconds");
                }
            }
        }
        if (firstBytes != bytes) {
            throw new IllegalStateException("frame " + awaited + " arrived with other bytes than it was sent with");
        }
        return nanos;
    }
}
