package io.v11.training.backtest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.ledger.DataIdentity;
import io.v11.training.optimisation.ledger.Ledger;
import io.v11.training.optimisation.ledger.LedgerHeader;
import io.v11.training.optimisation.ledger.TrialCount;
import io.v11.training.optimisation.ledger.TrialReturns;
import io.v11.training.optimisation.space.Parameter;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.performance.luck.AcceptanceRule;
import io.v11.training.performance.luck.Trials;
import io.v11.training.performance.luck.Verdict;

/**
 * All that was ever tried on some data: by searches, by backtests started by hand, and elsewhere, as far as it was declared. A
 * Sharpe is judged by this count. The same configuration over the same span of the same data is one trial, however often it is
 * run. Ledgers are never deleted by the program.
 *
 * @param own     folder of the ledgers that this machine writes
 * @param shipped folder of those that came with the program, read only
 */
public record TrialBook(Path own, Path shipped) {
    private static final double DAYS_PER_YEAR = 365.0;
    private static final String FIRST_SEGMENT = "train-0";
    private static final long SEED = 11;
    private static final int DIGEST = 16;
    /** A choice is one of two at least. */
    private static final String OTHER = "other";
    private static final String NAME_COLUMN = "name";
    private static final String SHARPE_COLUMN = "sharpe_daily";

    /** Notes a backtest that was started by hand. */
    public void record(MarketJournal market, Configuration configuration, Segment span, Outcome outcome) {
        DataIdentity data = market.identity(configuration.instruments());
        String digest = configuration.digestHex().substring(0, DIGEST);
        SearchSpace space = choices("configuration", List.of(digest, OTHER));
        LedgerHeader header = new LedgerHeader(
                "backtest-" + digest + "-" + data.digest().substring(0, DIGEST / 2) + "-"
                        + span.fromNs() / 1_000_000_000L
                        + "-" + span.toNs() / 1_000_000_000L,
                data, space, List.of(), "engine", configuration.digestHex());
        try (Ledger ledger = Ledger.open(own, header)) {
            if (ledger.trials().isEmpty()) {
                ledger.append(new Trial(0, Trial.Phase.CHOICE, 0, span, space.parse(List.of(digest)), outcome));
                ledger.force();
            }
        }
    }

    /**
     * Notes what was tried elsewhere, from a CSV file with a column {@value #SHARPE_COLUMN}, annualised from daily returns.
     *
     * @param name of the ledger
     * @return trials noted
     */
    public int declare(String name, DataIdentity data, Segment span, Path csv) {
        List<String> lines = read(csv);
        List<String> head = List.of(lines.getFirst().split(",", -1));
        int column = head.indexOf(SHARPE_COLUMN);
        int named = head.indexOf(NAME_COLUMN);
        if (column < 0 || named < 0) {
            throw new ConfigurationException(
                    csv + ":1: columns " + NAME_COLUMN + " and " + SHARPE_COLUMN + " are needed");
        }
        List<String> rows = lines.subList(1, lines.size());
        double[] annual = new double[rows.size()];
        for (int i = 0; i < annual.length; i++) {
            annual[i] = number(csv, i + 2, rows.get(i), head.size(), column);
        }
        SearchSpace space = choices("declared", IntStream.rangeClosed(0, rows.size())
                .mapToObj(i -> "t" + i).toList());
        LedgerHeader header = new LedgerHeader(name, data, space, List.of("file " + csv.getFileName()), "declared",
                "elsewhere");
        try (Ledger ledger = Ledger.open(own, header)) {
            for (int i = ledger.trials().size(); i < rows.size(); i++) {
                ledger.append(new Trial(i, Trial.Phase.SEARCH, 0, span, space.parse(List.of("t" + i)),
                        new Outcome(Map.of(Outcome.SHARPE, annual[i] / Math.sqrt(DAYS_PER_YEAR)), new double[0])));
            }
            ledger.force();
            return ledger.trials().size();
        }
    }

    /** What a result on this span is judged by; at least one trial, that of the result itself. */
    public Trials trials(DataIdentity data, Segment span) {
        TrialCount here = TrialCount.of(own, data, span);
        TrialCount there = TrialCount.of(shipped, data, span);
        int sharpes = here.sharpes() + there.sharpes();
        double variance = sharpes == 0 ? 0.0 : (weighed(here) + weighed(there)) / sharpes;
        return new Trials(Math.max(1, here.trials() + there.trials()), variance * DAYS_PER_YEAR);
    }

    /**
     * Whether the winner of a search is more than luck: deflated Sharpe, probability of overfitting, reality check, from the
     * returns that all trials of its first training segment left, judged by all trials on these data.
     *
     * @param search name of its ledger, on this machine or shipped
     */
    public Verdict verdict(String search, Trials trials) {
        Path folder = Files.exists(own.resolve(search + Ledger.SUFFIX)) ? own : shipped;
        if (!Files.exists(folder.resolve(search + Ledger.SUFFIX))) {
            throw new ConfigurationException(
                    "no search " + search + ": there is no " + own.resolve(search + Ledger.SUFFIX)
                            + "; run v11 optimize, or leave --search out");
        }
        double[][] returns = TrialReturns.of(folder, search, FIRST_SEGMENT).returns();
        return AcceptanceRule.USUAL.judge(io.v11.training.performance.luck.TrialReturns.of(returns), DAYS_PER_YEAR,
                trials,
                SEED);
    }

    /** Trials that looked at this span; a span that nobody looked at has none. */
    public int looks(DataIdentity data, Segment span) {
        return TrialCount.of(own, data, span).trials() + TrialCount.of(shipped, data, span).trials();
    }

    /** Names of the ledgers that hold trials on this span. */
    public List<String> ledgers(DataIdentity data, Segment span) {
        List<String> names = new ArrayList<>(TrialCount.of(shipped, data, span).ledgers());
        names.addAll(TrialCount.of(own, data, span).ledgers());
        return names;
    }

    private static double weighed(TrialCount count) {
        return Double.isNaN(count.sharpeVariance()) ? 0.0 : count.sharpes() * count.sharpeVariance();
    }

    private static SearchSpace choices(String path, List<String> values) {
        return new SearchSpace(List.of(new Parameter(path, Parameter.Kind.CHOICE, 0.0, values.size() - 1.0, values)));
    }

    /** NaN, in any letters, for a trial that counts and has no Sharpe. */
    private static double number(Path csv, int line, String row, int columns, int column) {
        String[] cells = row.split(",", -1);
        if (cells.length != columns || row.indexOf('"') >= 0) {
            throw new ConfigurationException(csv + ":" + line + ": " + columns
                    + " cells without quotes or commas in them are needed, as in the first line");
        }
        try {
            return cells[column].equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(cells[column]);
        } catch (NumberFormatException e) {
            throw new ConfigurationException(csv + ":" + line + ": no number in column " + SHARPE_COLUMN, e);
        }
    }

    private static List<String> read(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv);
            if (lines.size() < 2) {
                throw new ConfigurationException(csv + " holds no trial");
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + csv, e);
        }
    }
}
