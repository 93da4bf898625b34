package io.v11.benchmarks.micro;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Machine;
import io.v11.benchmarks.setting.Recording;
import io.v11.config.Configuration;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.group.FeatureGroup;

/** {@code v11 bench features}: what each group of features costs, kept where {@code v11 features list --cost} reads it. */
@Command(name = "features", mixinStandardHelpOptions = true, description = {
    "Measures every group of features by JMH and writes config/feature-costs.yaml."})
public final class FeaturesCommand implements Callable<Integer> {
    @Option(names = "--forks", defaultValue = "1", paramLabel = "N", description = "Processes for each group (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(names = "--iterations", defaultValue = "4", paramLabel = "N", description = "Measured iterations, and as many to warm up (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(names = "--millis", defaultValue = "250", paramLabel = "MS", description = "Length of an iteration (default: ${DEFAULT-VALUE}).")
    private int millis;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws RunnerException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.find();
        Recording.imported(home, Configuration.load(home.config(), "backtest").instruments());
        List<String> names = new ArrayList<>(List.of(GroupBenchmark.NONE));
        FeatureCatalog.prototypes().forEach(group -> names.add(group.name()));
        Map<String, Double> ns = new TreeMap<>();
        for (RunResult result : new Runner(new OptionsBuilder().include(GroupBenchmark.class.getName() + ".event")
                .param("group", names.toArray(new String[0])).forks(forks).warmupIterations(iterations)
                .measurementIterations(iterations).warmupTime(TimeValue.milliseconds(millis))
                .measurementTime(TimeValue.milliseconds(millis)).shouldFailOnError(true).build()).run()) {
            ns.put(result.getParams().getParam("group"), result.getPrimaryResult().getScore());
        }
        Path file = home.config().resolve("feature-costs.yaml");
        Files.writeString(file, yaml(Machine.lines(home).get(1), ns));
        out.println("kept in " + home.folder().relativize(file));
        return 0;
    }

    private static String yaml(String machine, Map<String, Double> ns) {
        StringBuilder text = new StringBuilder("# Written by v11 bench features; read by v11 features list --cost.\n")
                .append("measured: \"").append(LocalDate.now(ZoneOffset.UTC)).append("\"\nmachine: \"")
                .append(machine.replaceFirst("machine\\s+", "").replaceFirst(", load.*", "")).append("\"\ngroups:\n");
        for (FeatureGroup group : FeatureCatalog.prototypes()) {
            // Below the resolution of the difference a group costs nothing that could be told.
            double own = Math.max(0.1, ns.get(group.name()) - ns.get(GroupBenchmark.NONE));
            text.append(String.format(Locale.ROOT, "  - {group: \"%s\", features: %d, eventNs: %.1f}%n", group.name(),
                    group.features().size(), own));
        }
        return text.toString();
    }
}
