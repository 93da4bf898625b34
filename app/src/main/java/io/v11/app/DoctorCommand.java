package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.config.Configuration;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlanner;
import io.v11.journal.CoreAffinity;

/** {@code v11 doctor}: what this machine and a profile really give. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Says what the machine offers and what a profile would get of it.")
final class DoctorCommand implements Callable<Integer> {
    private static final int CLOCK_READS = 1_000_000;
    private static final long LONGEST_LOOK_NANOS = 1_000_000_000L;
    private static final long STALL_NANOS = 100_000L;

    @Option(names = "--profile", defaultValue = "latency", description = "Profile in config/profiles (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Configuration configuration = Configuration.load(Home.find().config(), profile);
        out.println("java      " + System.getProperty("java.vm.name") + " " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        out.println("cores     " + Threads.cores() + ", this thread may use " + CoreAffinity.allowed());
        out.println("pinning   " + pinning());
        out.println("clock     " + clockNanos() + " ns per reading");
        out.println("stalls    " + stalls());
        out.println("pages     transparent huge pages " + read("/sys/kernel/mm/transparent_hugepage/enabled"));
        out.println("plan      " + new ThreadPlanner(Pipeline.STAGES, Threads.cores())
                .plan(configuration.profile().threading()).describe());
        return ExitCode.OK;
    }

    private static String pinning() {
        int last = Threads.cores() - 1;
        boolean pinned = CoreAffinity.pin(last);
        String allowed = CoreAffinity.allowed();
        CoreAffinity.release();
        return pinned ? "works: core " + last + " asked for, " + allowed + " given" : "does not work here";
    }

    private static long clockNanos() {
        long start = System.nanoTime();
        for (int i = 0; i < CLOCK_READS; i++) {
            System.nanoTime();
        }
        return (System.nanoTime() - start) / CLOCK_READS;
    }

    /** How often, in one second of spinning, the machine took the core away for longer than a tenth of a millisecond. */
    private static String stalls() {
        long start = System.nanoTime();
        long before = start;
        long longest = 0;
        int count = 0;
        while (before - start < LONGEST_LOOK_NANOS) {
            long now = System.nanoTime();
            if (now - before > STALL_NANOS) {
                count++;
            }
            longest = Math.max(longest, now - before);
            before = now;
        }
        return count + " longer than 100 us in one second of spinning, longest " + longest / 1_000 + " us";
    }

    private static String read(String file) throws java.io.IOException {
        Path path = Path.of(file);
        return Files.isReadable(path) ? Files.readString(path).trim() : "unknown";
    }
}
