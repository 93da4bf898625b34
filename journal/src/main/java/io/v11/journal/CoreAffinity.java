package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import net.openhft.affinity.Affinity;

/**
 * Binds the calling thread to one core. A spinning thread that the scheduler moves, or that shares its core with another spinner,
 * loses milliseconds, so the result is not believed but looked up: {@link #pin} is true only when the kernel says so.
 * Linux; elsewhere it is always false. Cold path.
 */
public final class CoreAffinity {
    private static final Path STATUS = Path.of("/proc/thread-self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private CoreAffinity() {
    }

    /** Binds the calling thread to {@code core}, counted from 0; false when the platform did not do it. */
    public static boolean pin(int core) {
        if (core < 0 || core >= Runtime.getRuntime().availableProcessors()) {
            throw new IllegalArgumentException("core " + core + ": this process may use cores 0 to "
                    + (Runtime.getRuntime().availableProcessors() - 1));
        }
        try {
            Affinity.setAffinity(core);
        } catch (RuntimeException | LinkageError unsupported) {
            return false;
        }
        return allowed().equals(Integer.toString(core));
    }

    /** Lets the calling thread run on every core of the process again. */
    public static void release() {
        Affinity.resetToBaseAffinity();
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
