package io.v11.app;

import java.util.function.IntConsumer;

import io.v11.config.ConfigurationException;
import io.v11.journal.CoreAffinity;

/** What the machine offers to the engine's threads. */
final class Threads {
    private Threads() {
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Pins the calling thread to a core; a plan that cannot be kept must not run. */
    static IntConsumer pinning() {
        return core -> {
            if (!CoreAffinity.pin(core)) {
                throw new ConfigurationException("the thread " + Thread.currentThread().getName()
                        + " cannot be pinned to core " + core + " (allowed: " + CoreAffinity.allowed()
                        + "); set threading.pin: false in the profile, and expect longer tails");
            }
        };
    }
}
