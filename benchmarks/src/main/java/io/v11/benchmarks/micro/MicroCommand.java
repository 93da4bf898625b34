package io.v11.benchmarks.micro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Machine;
import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.ResultFile;
import io.v11.config.Configuration;

/** {@code v11 bench micro}: the JMH benchmarks. Forks inherit the flags of this process. */
@Command(name = "micro", mixinStandardHelpOptions = true, description = {
    "Runs the JMH benchmarks, allocation always measured, and keeps the table as text and JSON."})
public final class MicroCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", defaultValue = ".*", paramLabel = "PATTERN", description = "Regular expression; only benchmarks whose name holds it.")
    private String pattern;

    @Option(names = "--forks", defaultValue = "3", paramLabel = "N", description = "Processes for each benchmark (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(names = "--iterations", defaultValue = "5", paramLabel = "N", description = "Measured iterations, and as many to warm up (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(names = "--millis", defaultValue = "1000", paramLabel = "MS", description = "Length of an iteration (default: ${DEFAULT-VALUE}).")
    private int millis;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws RunnerException {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.find();
        List<String> machine = Machine.lines(home);
        machine.forEach(out::println);
        out.flush();
        // Here once, so that no fork has to.
        Recording.imported(home, Configuration.load(home.config(), "backtest").instruments());
        Path json = ResultFile.fresh(home, "micro", ".json");
        Options options = new OptionsBuilder().include(pattern).forks(forks).warmupIterations(iterations)
                .measurementIterations(iterations).warmupTime(TimeValue.milliseconds(millis))
                .measurementTime(TimeValue.milliseconds(millis)).shouldFailOnError(true).addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON).result(json.toString()).build();
        Collection<RunResult> results = new Runner(options).run();
        shorten(json, home);
        Path text = ResultFile.write(Path.of(json.toString().replace(".json", ".txt")), machine, table(results));
        out.println("kept in   " + home.folder().relativize(text) + " and " + home.folder().relativize(json));
        return 0;
    }

    /**
     * JMH writes down where JVM and checkout lie, which says nothing about the figures and differs everywhere, and of sampled times every
     * single one, which makes megabytes: the percentiles stay.
     */
    private static void shorten(Path json, Home home) {
        try {
            String content = Files.readString(json)
                    .replace(System.getProperty("java.home"), "$JAVA_HOME")
                    .replace(home.folder().toString(), "$V11_HOME")
                    .replaceAll("(\"scoreUnit\" : \"[^\"]*\"),\\s*\"rawDataHistogram\" : [\\[\\]\\d.,\\sE+-]*\\]",
                            "$1");
            Files.writeString(json, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rewrite " + json, e);
        }
    }

    private static List<String> table(Collection<RunResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.TEXT, print).writeOut(results);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
