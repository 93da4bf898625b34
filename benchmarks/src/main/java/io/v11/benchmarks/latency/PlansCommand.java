package io.v11.benchmarks.latency;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Machine;
import io.v11.benchmarks.setting.ResultFile;
import io.v11.benchmarks.subject.Workbench;
import io.v11.config.Limits;
import io.v11.engine.ThreadPlan;

/** {@code v11 bench plans}: whether the planner plans well on this machine. */
@Command(name = "plans", mixinStandardHelpOptions = true, description = {
    "Plays the recording under every thread plan in turn, in interleaved blocks, and compares tick-to-decision p50",
    "with that of the plan which the planner chooses here."})
public final class PlansCommand implements Callable<Integer> {
    @Option(names = "--rate", defaultValue = "5000", paramLabel = "N", description = "Market events a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--events", defaultValue = "8000", paramLabel = "N", description = "Market events in a block (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--ring", paramLabel = "N", description = "Slots of the ring (default: as the profile says).")
    private Integer ring;

    @Option(names = "--only", defaultValue = "", paramLabel = "TEXT", description = "Only candidates whose name holds this text, and the planner's choice.")
    private String only;

    @Option(names = "--rounds", defaultValue = "7", paramLabel = "N", description = "Blocks for each plan (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--unpinned", description = "Measure although threads cannot be pinned.")
    private boolean unpinned;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.find();
        List<String> machine = Machine.lines(home);
        machine.forEach(out::println);
        try (Workbench bench = Workbench.open(home, "latency", new Cores(!unpinned))) {
            ThreadPlan chosen = withRing(Rig.plan(bench));
            List<Candidate> candidates = Candidate.of(Cores.count(), chosen.ringSize(), chosen).stream()
                    .filter(candidate -> candidate.name().contains(only) || candidate.isLike(chosen)).toList();
            PlanContest contest = new PlanContest(bench, candidates, events, rate);
            bench.warmUp();
            contest.round(0, false);
            for (int i = 0; i < rounds; i++) {
                contest.round(i, true);
                System.err.println("plans: round " + (i + 1) + " of " + rounds);
            }
            List<String> lines = new ArrayList<>();
            lines.add("plan      " + chosen.describe());
            lines.add("models    " + bench.modelNames() + ", ring of " + chosen.ringSize() + " slots");
            lines.addAll(contest.lines(chosen));
            lines.forEach(out::println);
            out.println("kept in   " + home.folder().relativize(ResultFile.write(home, "plans", machine, lines)));
            return contest.meetsGoal(chosen) ? 0 : 1;
        }
    }

    private ThreadPlan withRing(ThreadPlan planned) {
        int slots = ring != null ? ring : Math.max(planned.ringSize(), Limits.RING_MINIMUM);
        return new ThreadPlan(planned.mode(), planned.waitStrategy(), slots, planned.groups(), planned.ingestCore(),
                planned.reason());
    }
}
