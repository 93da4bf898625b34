package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.training.backtest.run.MarketJournal;
import io.v11.training.backtest.run.TrialBook;
import io.v11.training.optimisation.ledger.DataIdentity;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.performance.luck.Trials;

/** {@code v11 trials}: how often some data have been asked already. */
@Command(name = "trials", mixinStandardHelpOptions = true, description = "Counts what was ever tried on some data; a Sharpe is judged by that count.")
final class TrialsCommand {
    @Spec
    private CommandSpec spec;

    /** {@code v11 trials count}. */
    @Command(name = "count", mixinStandardHelpOptions = true, description = "Trials on a journal's instruments whose span overlaps the range.")
    int count(@Parameters(paramLabel = "JOURNAL") Path journal,
            @Option(names = "--from", paramLabel = "TIME") String from,
            @Option(names = "--until", paramLabel = "TIME") String until) {
        Home home = Home.find();
        MarketJournal market = MarketJournal.read(journal);
        DataIdentity data = market.identity(instruments(home));
        Segment span = span(market, from, until);
        TrialBook book = BacktestInput.book(home);
        Trials trials = book.trials(data, span);
        List<String> ledgers = book.ledgers(data, span);
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "%,d trials in %,d ledgers; annualised Sharpes spread by %.2f",
                ledgers.isEmpty() ? 0 : trials.count(), ledgers.size(), Math.sqrt(trials.annualVariance())));
        ledgers.forEach(ledger -> out.println("  " + ledger));
        return ExitCode.OK;
    }

    /** {@code v11 trials declare}. */
    @Command(name = "declare", mixinStandardHelpOptions = true, description = {
        "Notes trials that were run elsewhere, so that they count.",
        "The CSV file has a column name and a column sharpe_daily: annualised, of daily returns."})
    int declare(@Parameters(paramLabel = "JOURNAL") Path journal, @Parameters(paramLabel = "CSV") Path csv,
            @Option(names = "--name", required = true, description = "Of the ledger.") String name,
            @Option(names = "--from", paramLabel = "TIME") String from,
            @Option(names = "--until", paramLabel = "TIME") String until) {
        Home home = Home.find();
        MarketJournal market = MarketJournal.read(journal);
        int noted = BacktestInput.book(home).declare(name, market.identity(instruments(home)),
                span(market, from, until), csv);
        spec.commandLine().getOut().println(noted + " trials noted in ledger " + name);
        return ExitCode.OK;
    }

    private static Segment span(MarketJournal market, String from, String until) {
        return BacktestInput.segment(market.covered(BacktestInput.span(from, until)));
    }

    private static Instruments instruments(Home home) {
        return YamlBinder.read(home.config().resolve("instruments.yaml"), Instruments.class);
    }
}
