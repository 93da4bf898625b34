package io.v11.training.optimisation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.training.optimisation.sampler.SamplerSettings.Method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * kill -9 of a real search at random points, twice over; what ends it writes what one that was never killed does.
 * {@code -Dv11.kills=20} for more.
 */
class KillDuringSearchIT {
    private static final int KILLS = Integer.getInteger("v11.kills", 1);
    private static final int HANGS_AFTER = 30;
    private static final int HEADER_LINES = 20;
    private static final long SEED = Long.getLong("v11.seed", System.nanoTime());

    @TempDir
    private Path folder;

    /** The process that is killed: it hangs before it could end. */
    public static final class Child {
        private Child() {
        }

        public static void main(String[] arguments) {
            AtomicInteger calls = new AtomicInteger();
            Searches.of(Searches.settings("search", Method.TPE), Path.of(arguments[0])).run((point, segment) -> {
                try {
                    Thread.sleep(calls.incrementAndGet() > HANGS_AFTER ? 60_000 : 8);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return Searches.strategy().evaluate(point, segment);
            }, 2, OptimisationListener.SILENT);
        }
    }

    @Test
    void shouldResumeToTheSameBytes() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        Path whole = folder.resolve("whole");
        Searches.of(Searches.settings("search", Method.TPE), whole).run(Searches.strategy(), 1,
                OptimisationListener.SILENT);
        for (int kill = 0; kill < KILLS; kill++) {
            Path killed = folder.resolve("killed-" + kill);
            long lines = runAndKill(killed, HEADER_LINES, random.nextInt(20), random.nextInt(20));
            runAndKill(killed, lines, random.nextInt(20), random.nextInt(20));

            Searches.of(Searches.settings("search", Method.TPE), killed).run(Searches.strategy(), 2,
                    OptimisationListener.SILENT);

            for (String file : new String[]{"search.ledger", "search.returns"}) {
                assertEquals(-1, Files.mismatch(whole.resolve(file), killed.resolve(file)),
                        "kill " + kill + " of seed " + SEED + ", " + file);
            }
        }
    }

    /** @return lines that were there when it died, never fewer than before */
    private static long runAndKill(Path killed, long before, int newLines, int afterMillis)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-D")).forEach(command::add);
        command.addAll(List.of("-Xmx128m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(), killed.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(killed.resolveSibling(killed.getFileName() + ".txt").toFile()).start();
        Path ledger = killed.resolve("search.ledger");
        long wanted = before + newLines;
        while ((!Files.exists(ledger) || lines(ledger) < wanted) && process.isAlive()) {
            Thread.sleep(2);
        }
        Thread.sleep(afterMillis);
        boolean running = process.isAlive();
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process does not die");
        assertTrue(running, "it ended before it was killed, seed " + SEED + ": "
                + Files.readString(killed.resolveSibling(killed.getFileName() + ".txt")));
        assertTrue(lines(ledger) >= before, "seed " + SEED);
        return lines(ledger);
    }

    private static long lines(Path ledger) throws IOException {
        long count = 0;
        for (byte b : Files.readAllBytes(ledger)) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }
}
