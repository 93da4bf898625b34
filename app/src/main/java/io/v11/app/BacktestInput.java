package io.v11.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.engine.LiveModels;
import io.v11.engine.play.Span;
import io.v11.training.backtest.run.BacktestRun;
import io.v11.training.backtest.run.MarketJournal;
import io.v11.training.backtest.run.MergedJournals;
import io.v11.training.backtest.run.TrialBook;
import io.v11.training.optimisation.trial.Segment;

/** What is backtested: the options that {@code v11 backtest} and {@code v11 optimize} have in common. */
final class BacktestInput {
    private static final int DIGEST = 8;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    @Parameters(arity = "1..*", paramLabel = "JOURNAL", description = "Journals of market data, made by v11 import; several are merged in order of time, once.")
    private List<Path> journals;

    @Option(names = "--profile", defaultValue = "backtest", description = "Profile in config/profiles (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Overrides a value of the profile, e.g. signal.edge.entryBps=2.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--models", paramLabel = "FOLDER", description = "Registry of the models (default: config/models).")
    private Path models;

    private MarketJournal market;

    Configuration configuration(Home home) {
        return LiveModels.resolve(registry(home), Configuration.load(home.config(), profile).with(values));
    }

    Path registry(Home home) {
        return models != null ? models : home.models();
    }

    /** Read once; merged on first use when there are several. */
    MarketJournal market(Home home) {
        if (market == null) {
            market = MarketJournal.read(journals.size() == 1 ? journals.getFirst() : merged(home));
        }
        return market;
    }

    private Path merged(Home home) {
        Path folder = home.runs().resolve(journals.stream()
                .map(journal -> MarketJournal.read(journal).digest().substring(0, DIGEST))
                .collect(Collectors.joining("-", "merged-", "")));
        if (!Files.exists(folder)) {
            MergedJournals.write(journals, folder);
        }
        return folder;
    }

    /** @param span to be traded, within what the journal holds */
    BacktestRun run(Home home, Configuration configuration, Span span) {
        return new BacktestRun(configuration, registry(home), market(home).folder(), span,
                market(home).names(configuration.instruments()));
    }

    static TrialBook book(Home home) {
        return new TrialBook(home.runs().resolve("trials"), home.config().resolve("trials"));
    }

    static Segment segment(Span span) {
        return new Segment("span", span.fromNs(), span.untilNs());
    }

    /** What both options ask for; null is no bound. */
    static Span span(String from, String until) {
        long fromNs = timeNs("--from", from, Long.MIN_VALUE);
        long untilNs = timeNs("--until", until, Long.MAX_VALUE);
        if (fromNs >= untilNs) {
            throw new ConfigurationException("--from " + from + " is not before --until " + until);
        }
        return new Span(fromNs, untilNs);
    }

    /** A day, 2024-01-01, or an instant, 2024-01-01T06:00:00Z; null is {@code otherwise}. */
    private static long timeNs(String option, String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            Instant instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NS_PER_SECOND), instant.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new ConfigurationException(option + ": '" + text
                    + "' is neither a day such as 2024-01-01 nor a UTC time such as 2024-01-01T06:00:00Z", e);
        }
    }

    @Override
    public String toString() {
        return journals.stream().map(Path::toString).collect(Collectors.joining(" ")) + " --profile " + profile
                + (values.isEmpty() ? "" : " with " + values);
    }
}
