package io.v11.training.optimisation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.training.optimisation.sampler.SamplerSettings.Method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** kill -9 of a real search at random points, several times over; what ends it writes what one that was never killed does. */
class KillDuringSearchIT {
    private static final int KILLS = Integer.getInteger("v11.kills", 2);
    private static final long SEED = Long.getLong("v11.seed", System.nanoTime());

    @TempDir
    private Path folder;

    /** The process that is killed. */
    public static final class Child {
        private Child() {
        }

        public static void main(String[] arguments) {
            Searches.of(Searches.settings("search", Method.TPE), Path.of(arguments[0])).run((point, segment) -> {
                try {
                    Thread.sleep(15);
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
        Path killed = folder.resolve("killed");
        Path whole = folder.resolve("whole");
        long most = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            most = runAndKill(killed, most, random.nextInt(1, 20), random.nextInt(20));
        }

        Searches.of(Searches.settings("search", Method.TPE), killed).run(Searches.strategy(), 2,
                OptimisationListener.SILENT);
        Searches.of(Searches.settings("search", Method.TPE), whole).run(Searches.strategy(), 1,
                OptimisationListener.SILENT);

        for (String file : new String[]{"search.ledger", "search.returns"}) {
            assertEquals(-1, Files.mismatch(whole.resolve(file), killed.resolve(file)), "seed " + SEED + ", " + file);
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
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Path ledger = killed.resolve("search.ledger");
        long wanted = Math.max(before, 20) + newLines;
        while ((!Files.exists(ledger) || lines(ledger) < wanted) && process.isAlive()) {
            Thread.sleep(2);
        }
        Thread.sleep(afterMillis);
        boolean running = process.isAlive();
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process does not die");
        assertTrue(running, () -> "it ended before it was killed, seed " + SEED + ": " + output(process));
        assertTrue(lines(ledger) >= before, "seed " + SEED);
        return lines(ledger);
    }

    private static String output(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static long lines(Path ledger) throws IOException {
        long count = 0;
        for (byte b : Files.readAllBytes(ledger)) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }
}
