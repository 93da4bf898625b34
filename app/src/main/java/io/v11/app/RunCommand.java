package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.binance.archive.ImportInput;
import io.v11.binance.archive.JournalImport;
import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.config.Profile;
import io.v11.engine.LiveModels;
import io.v11.engine.play.RecordedRun;
import io.v11.engine.play.RunReport;
import io.v11.journal.HighWaterMark;

/** {@code v11 run}: the main job. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
    "Plays recorded market data through the engine against the simulated venue and reports.",
    "Without --journal it plays the bundled recording of real Binance data."})
final class RunCommand implements Callable<Integer> {
    private static final long WARM_UP_PART = 4;

    @Option(names = "--profile", defaultValue = "latency", description = "Profile in config/profiles (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--journal", paramLabel = "J", description = "Journal of market data to play, made by v11 import.")
    private Path journal;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the run's journal goes (default: runs/<time>).")
    private Path out;

    @Option(names = {"--pace",
        "--speed"}, description = "Overrides the profile: max, recorded, a factor such as 20x, or a rate such as 5000/s.")
    private String pace;

    @Option(names = "--mode", description = "Overrides the profile: ${COMPLETION-CANDIDATES}.")
    private Profile.Threading.Mode mode;

    @Option(names = "--no-warm-up", description = "Do not play the recording through a throw-away engine first.")
    private boolean cold;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        PrintWriter out = spec.commandLine().getOut();
        Configuration configuration = LiveModels.resolve(home.models(),
                Overrides.apply(Configuration.load(home.config(), profile), mode, pace));
        Path market = journal != null ? journal : bundled(home, configuration);
        Path folder = folder(home);
        LiveModels.tryInChild(home.models(), configuration.profile().models());
        try (LiveModels models = LiveModels.load(home.models(), configuration.profile().models())) {
            RecordedRun run = new RecordedRun(configuration, market.resolve("input"), folder, models, Threads.cores(),
                    Threads.pinning());
            out.println("plan      " + run.plan().describe());
            out.println("market    " + market);
            out.flush();
            if (!cold) {
                run.warmUp();
            }
            long events = events(market.resolve("input"));
            ProgressBar progress = new ProgressBar(System.err, "run");
            RunReport report = run.run(events / WARM_UP_PART, done -> progress.update(done, events));
            RunReportText.lines(report).forEach(out::println);
            return exitCode(report);
        }
    }

    private static long events(Path log) {
        try (HighWaterMark mark = HighWaterMark.read(log)) {
            return mark.record();
        }
    }

    static int exitCode(RunReport report) {
        if (report.failure() != null) {
            return ExitCode.ENGINE_FAILURE;
        }
        return report.verdict().ok() ? ExitCode.OK : ExitCode.FAILED;
    }

    /** The bundled recording as a journal; imported on first use. */
    private Path bundled(Home home, Configuration configuration) {
        Path made = home.runs().resolve("recording");
        boolean first = !Files.exists(made);
        ProgressBar progress = new ProgressBar(System.err, "import of the bundled recording");
        new JournalImport(configuration.instruments()).run(ImportInput.of(List.of(home.recordings())), made,
                (done, total) -> {
                    if (first) {
                        progress.update(done, total);
                    }
                });
        return made;
    }

    private Path folder(Home home) {
        Path folder = out != null
                ? out
                : home.runs().resolve(profile + "-"
                        + LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
        if (Files.exists(folder.resolve("input"))) {
            throw new ConfigurationException(
                    folder + " holds a run already; every run has a journal of its own, give another --out");
        }
        return folder;
    }
}
