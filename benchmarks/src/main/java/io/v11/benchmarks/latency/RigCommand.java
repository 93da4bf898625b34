package io.v11.benchmarks.latency;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Machine;
import io.v11.benchmarks.setting.ResultFile;
import io.v11.benchmarks.subject.Workbench;
import io.v11.engine.ThreadPlan;

/** {@code v11 bench rig}: latency under a fixed rate that does not wait for the engine. */
@Command(name = "rig", mixinStandardHelpOptions = true, description = {
    "Plays the bundled recording at a fixed rate with intended timestamps and prints latency per stage,",
    "tick-to-order, and the verdict against the bound of 100 ms and the profile's own budget."})
public final class RigCommand implements Callable<Integer> {
    private static final long WATCH_NS = 1_000_000_000L;

    @Mixin
    private Options options = new Options();

    @Spec
    private CommandSpec spec;

    /** What {@code v11 bench} without a subcommand takes too. */
    public static final class Options {
        @Option(names = "--rate", defaultValue = "5000", paramLabel = "N", description = "Market events a second (default: ${DEFAULT-VALUE}).")
        private int rate;

        @Option(names = "--profile", defaultValue = "latency", description = "Profile in config/profiles (default: ${DEFAULT-VALUE}).")
        private String profile;

        @Option(names = "--events", defaultValue = "2147483647", paramLabel = "N", description = "Play only N events, from the beginning of the recording's last session (default: all of it).")
        private int events;

        @Option(names = "--unpinned", description = "Measure although threads cannot be pinned; the tails mean nothing then.")
        private boolean unpinned;
    }

    @Override
    public Integer call() {
        return run(options, spec.commandLine().getOut());
    }

    /** @return 0 when the answer came in time and within the profile's budget, else 1 */
    public static int run(Options options, PrintWriter out) {
        Home home = Home.find();
        List<String> machine = Machine.lines(home);
        machine.forEach(out::println);
        Cores cores = new Cores(!options.unpinned);
        try (Workbench bench = Workbench.open(home, options.profile, cores)) {
            ThreadPlan plan = Rig.plan(bench);
            List<String> lines = new ArrayList<>();
            lines.add("plan      " + plan.describe());
            lines.add("models    " + bench.modelNames());
            lines.add("load      open loop, " + options.rate + " market events/s, profile " + options.profile);
            bench.warmUp();
            PlatformGaps before = watch(cores);
            RigReport report = new Rig(bench, plan).play(options.events, options.rate, before.timer());
            lines.add("platform  before: " + before.describe());
            lines.add("platform  after:  " + watch(cores).describe());
            lines.addAll(report.lines());
            lines.forEach(out::println);
            out.println("kept in   " + home.folder().relativize(ResultFile.write(home, "rig", machine, lines)));
            return report.inTime() && report.meetsOwnBudget() ? 0 : 1;
        }
    }

    private static PlatformGaps watch(Cores cores) {
        cores.pin(Cores.last());
        try {
            return PlatformGaps.watch(WATCH_NS);
        } finally {
            cores.release();
        }
    }
}
