package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

import net.openhft.affinity.Affinity;

/**
 * Binds the calling thread to one core. A spinning thread that the scheduler moves, or that shares its core with another spinner,
 * loses milliseconds, so the result is not believed but looked up: {@link #pin} is true only when the kernel says so.
 * Linux; elsewhere it is always false. Cold path.
 */
public final class CoreAffinity {
    private static final Path STATUS = Path.of("/proc/thread-self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    /** Asked once: a pinned thread, and every thread that it starts, is told of one core only. */
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Taken before the first binding; the library's own notion is taken from the thread that happens to ask first. */
    private static final BitSet UNBOUND = Affinity.getAffinity();

    private CoreAffinity() {
    }

    /** Binds the calling thread to {@code core}, counted from 0; false when the platform did not do it. */
    public static boolean pin(int core) {
        if (core < 0 || core >= CORES) {
            throw new IllegalArgumentException("core " + core + ": this process may use cores 0 to "
                    + (CORES - 1));
        }
        try {
            Affinity.setAffinity(core);
        } catch (RuntimeException | LinkageError unsupported) {
            return false;
        }
        return allowed().equals(Integer.toString(core));
    }

    /** Lets the calling thread run again on every core that the first caller of this class could run on. */
    public static void release() {
        Affinity.setAffinity(UNBOUND);
    }

    /** Cores that the calling thread may run on, as the kernel lists them, e.g. {@code 0-1}; empty when it does not say. */
    public static String allowed() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(ALLOWED)) {
                    return line.substring(ALLOWED.length()).strip();
                }
            }
            return "";
        } catch (IOException notLinux) {
            return "";
        }
    }
}
