package io.v11.ml;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** Bytes that the current thread allocates while it does something, after a warm-up of the same. */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {
    }

    /** Runs the work once to warm up and then up to three times: the least counts, as compilation may still allocate. */
    public static long of(Runnable work) {
        work.run();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3 && least > 0; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
