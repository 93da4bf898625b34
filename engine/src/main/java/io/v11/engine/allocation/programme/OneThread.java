package io.v11.engine.allocation.programme;

import org.ojalgo.OjAlgoUtils;
import org.ojalgo.machine.Hardware;
import org.ojalgo.optimisation.Optimisation;

/**
 * ojAlgo made the same everywhere. It sizes blocks and threads by what it finds the machine to be; here it finds one thread, 8 GB and x86-64 on every
 * machine, set once for the process when the first programme is built.
 */
final class OneThread {
    private static final long MEMORY_BYTES = 8L << 30;
    private static final int ITERATIONS_MAX = 20_000;

    static {
        OjAlgoUtils.ENVIRONMENT = Hardware.makeSimple(Hardware.Architecture.X86_64, MEMORY_BYTES, 1).virtualise();
        OjAlgoUtils.limitThreadsTo(1);
    }

    private OneThread() {
    }

    /** Ends by iterations, never by the clock. */
    static Optimisation.Options options() {
        Optimisation.Options options = new Optimisation.Options();
        options.iterations_abort = ITERATIONS_MAX;
        options.iterations_suffice = ITERATIONS_MAX;
        options.time_abort = Long.MAX_VALUE;
        options.time_suffice = Long.MAX_VALUE;
        return options;
    }
}
