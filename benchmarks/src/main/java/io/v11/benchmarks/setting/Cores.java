package io.v11.benchmarks.setting;

import io.v11.config.ConfigurationException;
import io.v11.journal.CoreAffinity;

/**
 * Pins measured threads. Two spinning threads that meet on one core turn hundreds of nanoseconds into milliseconds, so a
 * measurement that cannot pin its threads is refused unless it was asked for without.
 *
 * @param pins false: threads run where the scheduler puts them
 */
public record Cores(boolean pins) {
    /** Asked once: a pinned thread is told of one core only. */
    private static final int COUNT = Runtime.getRuntime().availableProcessors();

    /** Cores that the process may use. */
    public static int count() {
        return COUNT;
    }

    /** Where the one thread of a measurement runs: away from core 0, which serves most interrupts. */
    public static int last() {
        return count() - 1;
    }

    /** Binds the calling thread to a core; a negative core means none. Threads it starts later inherit the binding. */
    public void pin(int core) {
        if (pins && core >= 0 && !CoreAffinity.pin(core)) {
            throw new ConfigurationException("thread " + Thread.currentThread().getName()
                    + " cannot be pinned to core " + core + " (allowed: " + CoreAffinity.allowed()
                    + "); measure with --unpinned and trust no figure of two threads");
        }
    }

    /** Lets the calling thread run everywhere again. */
    public void release() {
        if (pins) {
            CoreAffinity.release();
        }
    }
}
