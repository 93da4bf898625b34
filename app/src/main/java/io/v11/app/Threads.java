package io.v11.app;

import java.util.function.IntConsumer;

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
        return CoreAffinity::pin;
    }
}
