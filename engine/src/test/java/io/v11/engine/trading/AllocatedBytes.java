package io.v11.engine.trading;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** Bytes that the calling thread allocates while it does something, after it has done it often enough to be compiled. */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 5;
    private static final int MEASURED_ROUNDS = 30;

    private AllocatedBytes() {
    }

    /**
     * Runs the round a few times to warm up, then measures it until it allocates nothing, or often, and gives the least: what is allocated for an
     * event shows in every round, what the machine allocates once (a class that is loaded late) does not.
     */
    public static long perRound(Runnable round) {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round.run();
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MEASURED_ROUNDS && least > 0; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            round.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
