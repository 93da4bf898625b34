package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.engine.play.RunReport;
import io.v11.engine.play.Span;
import io.v11.journal.HighWaterMark;
import io.v11.training.backtest.BacktestPlan;
import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.Made;
import io.v11.training.backtest.NamedRun;
import io.v11.training.backtest.page.TearSheet;
import io.v11.training.backtest.reading.ReadingSettings;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.backtest.run.BacktestRun;
import io.v11.training.backtest.run.MarketJournal;
import io.v11.training.backtest.run.Rivals;
import io.v11.training.backtest.run.RunFigures;
import io.v11.training.backtest.run.TrialBook;
import io.v11.training.performance.luck.Trials;

/** {@code v11 backtest}: what a configuration would have been worth, beside what needed no engine. */
@Command(name = "backtest", mixinStandardHelpOptions = true, description = {
    "Replays a journal through the engine against the simulated venue, and the comparisons after it.",
    "Writes tearsheet.html, which needs nothing beside it, tearsheet.json, and lists of trades and fills.",
    "Every backtest is a trial: it is noted in runs/trials, and the Sharpe is judged by all of them."})
final class BacktestCommand implements Callable<Integer> {
    private static final String SUBJECT = "V11";

    @Mixin
    private BacktestInput input;

    @Option(names = "--from", paramLabel = "TIME", description = "First day or UTC time that is traded; what lies before warms up.")
    private String from;

    @Option(names = "--until", paramLabel = "TIME", description = "First day or UTC time no longer played.")
    private String until;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where runs and report go (default: runs/backtest-<time>).")
    private Path out;

    @Option(names = "--title", description = "Of the tear sheet.")
    private String title = "Backtest";

    @Option(names = "--search", paramLabel = "NAME", description = "Search on these data, made by v11 optimize, whose trials tell how far choosing among them overfits.")
    private String search;

    @Option(names = "--no-rivals", description = "Do not play the comparisons.")
    private boolean alone;

    @Option(names = "--json", description = "Print the figures as JSON instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec;
    private MarketJournal market;

    @Override
    public Integer call() {
        Home home = Home.find();
        PrintWriter writer = spec.commandLine().getOut();
        Configuration configuration = input.configuration(home);
        market = input.market(home);
        Span span = market.covered(BacktestInput.span(from, until));
        Path folder = folder(home);
        // From the first market event at the earliest: external series reach back further, and idle years are no part of a result.
        BacktestRun run = input.run(home, configuration, span);
        RunReport played = play(run, SUBJECT, folder);
        ReadingSettings reading = new ReadingSettings(ReadingSettings.BY_CADENCE,
                configuration.profile().venue().bar().halfSpreadBps());
        RunReading read = RunReading.of(folder.resolve(SUBJECT), reading);
        TrialBook book = BacktestInput.book(home);
        book.record(market, configuration, BacktestInput.segment(span), RunFigures.of(read));
        Trials trials = book.trials(market.identity(configuration.instruments()), BacktestInput.segment(span));
        List<NamedRun> rivals = alone ? List.of() : rivals(run, read, folder);
        BacktestReport report = BacktestReport
                .of(new BacktestPlan(title, new NamedRun(SUBJECT, folder.resolve(SUBJECT)),
                        rivals, trials, search == null ? null : book.verdict(search, trials), reading,
                        market.names(configuration.instruments()),
                        made(book, configuration, span, played)));
        TearSheet.Written files = TearSheet.write(report, folder, "tearsheet");
        print(writer, report, files);
        return ExitCode.OK;
    }

    private List<NamedRun> rivals(BacktestRun run, RunReading read, Path folder) {
        int instruments = market.instruments().size();
        Comparison subject = Comparison.of(SUBJECT, read, Trials.single());
        List<NamedRun> rivals = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> rival : Rivals
                .of(run.configuration().profile(), instruments, subject).entrySet()) {
            String name = rival.getKey().toLowerCase(Locale.ROOT).replace(' ', '-');
            play(run.with(rival.getValue()), name, folder);
            rivals.add(new NamedRun(rival.getKey(), folder.resolve(name)));
        }
        return rivals;
    }

    private RunReport play(BacktestRun run, String name, Path folder) {
        ProgressBar progress = new ProgressBar(System.err, name);
        long events = events();
        return run.play(folder.resolve(name), done -> progress.update(Math.min(done, events), events));
    }

    private long events() {
        try (HighWaterMark mark = HighWaterMark
                .read(market.folder().resolve("input"))) {
            return mark.record();
        }
    }

    private List<Made> made(TrialBook book, Configuration configuration, Span span, RunReport played) {
        return List.of(new Made("command", "v11 backtest " + input),
                new Made("journal", market.folder() + ", SHA-256 " + market.digest()),
                new Made("trials", String.join(", ", book.ledgers(
                        market.identity(configuration.instruments()), BacktestInput.segment(span)))),
                new Made("speed", String.format(Locale.ROOT, "%,d market events in %.1f s", played.marketEvents(),
                        played.elapsedNanos() / 1e9)));
    }

    private void print(PrintWriter writer, BacktestReport report, TearSheet.Written files) {
        if (json) {
            try {
                writer.print(Files.readString(files.json()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + files.json(), e);
            }
            return;
        }
        BacktestText.lines(report).forEach(writer::println);
        writer.println("report    " + files.html());
    }

    private Path folder(Home home) {
        Path folder = out != null
                ? out
                : home.runs().resolve(
                        "backtest-" + LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
        if (Files.exists(folder.resolve(SUBJECT))) {
            throw new ConfigurationException(folder + " holds a backtest already; give another --out");
        }
        return folder;
    }
}
