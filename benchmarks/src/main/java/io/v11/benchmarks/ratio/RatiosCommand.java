package io.v11.benchmarks.ratio;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Machine;
import io.v11.benchmarks.setting.ResultFile;
import io.v11.benchmarks.subject.Workbench;

/** {@code v11 bench ratios}: V11 against its peers. */
@Command(name = "ratios", mixinStandardHelpOptions = true, description = {
    "Measures V11 against its peers side by side in one process: interleaved blocks on pinned threads, pairs beside a",
    "restless canary dropped, median of the pairs' ratios with its 95 % bootstrap interval. One line and verdict each."})
public final class RatiosCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", defaultValue = "", paramLabel = "TEXT", description = "Only questions whose line holds this text.")
    private String text;

    @Option(names = "--pairs", defaultValue = "40", paramLabel = "N", description = "Pairs of blocks (default: ${DEFAULT-VALUE}; 30 is the least for a figure to be quoted).")
    private int pairs;

    @Option(names = "--block-ms", defaultValue = "100", paramLabel = "MS", description = "Length of a block, 50 to 200 for a figure to be quoted (default: ${DEFAULT-VALUE}).")
    private int blockMillis;

    @Option(names = "--warm-up-ms", defaultValue = "2000", paramLabel = "MS", description = "Warm-up of each contender (default: ${DEFAULT-VALUE}).")
    private int warmUpMillis;

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
        Protocol protocol = new Protocol(pairs, blockMillis, warmUpMillis);
        Cores cores = new Cores(!unpinned);
        List<String> lines = new ArrayList<>();
        boolean allMet = true;
        try (Workbench bench = Workbench.open(home, "backtest", cores)) {
            add(lines, out, "models    " + bench.modelNames());
            add(lines, out,
                    "protocol  " + pairs + " pairs of blocks of " + blockMillis + " ms; median [95 % interval]; "
                            + (unpinned ? "NOT PINNED" : "pinned"));
            for (Questions.Planned planned : new Questions(bench).all(name -> name.contains(text))) {
                try (Question question = planned.maker().get()) {
                    Answer answer = new SideBySide(protocol, cores).ask(question);
                    add(lines, out, answer.line());
                    allMet &= answer.verdict() == Answer.Verdict.MET;
                }
            }
        }
        out.println("kept in   " + home.folder().relativize(ResultFile.write(home, "ratios", machine, lines)));
        return allMet ? 0 : 1;
    }

    private static void add(List<String> lines, PrintWriter out, String line) {
        lines.add(line);
        out.println(line);
        out.flush();
    }
}
