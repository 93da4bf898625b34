package io.v11.training.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.journal.event.TradingState;
import io.v11.training.backtest.reading.DataGap;
import io.v11.training.backtest.reading.DirectionCount;
import io.v11.training.backtest.reading.InstrumentData;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.backtest.reading.Verdicts;
import io.v11.training.performance.EquityCurve;

/** What makes the figures of a report less than they look: said first, not last. */
final class Warnings {
    private static final int FEW_TRADES = 30;
    private static final double HIGH_SHARPE = 3.0;
    private static final double HIGH_WIN_RATE = 0.9;
    /** Lead over the majority that no honest model of bars has; the next move of a mid is told by the queue to more than that. */
    private static final double HIGH_LEAD = 0.10;
    private static final double HIGH_LEAD_NEXT_MOVE = 0.30;
    private static final int RESOLVED_LEAST = 100;
    private static final double CONFIDENCE = 0.95;
    private static final double EDGE_OF_SPAN = 0.02;
    private static final int GAPS_NAMED = 3;
    private static final long DAYS_SHORT = 30;

    private final BacktestPlan plan;
    private final List<Comparison> runs;
    private final List<String> found = new ArrayList<>();

    private Warnings(BacktestPlan plan, List<Comparison> runs) {
        this.plan = plan;
        this.runs = runs;
    }

    static List<String> of(BacktestPlan plan, List<Comparison> runs) {
        Warnings warnings = new Warnings(plan, runs);
        RunReading run = runs.getFirst().run();
        warnings.tooGood(runs.getFirst());
        warnings.tooFew(runs.getFirst());
        warnings.luck(runs.getFirst());
        warnings.data(run);
        warnings.halted(run.verdicts());
        warnings.incomplete(run);
        warnings.apart();
        return List.copyOf(warnings.found);
    }

    private void tooGood(Comparison subject) {
        subject.returns().sharpe().with((sharpe, interval, trials, deflated) -> sharpe > HIGH_SHARPE
                ? add("Suspicious: a Sharpe of %.1f a year (%s) is a leak until shown otherwise.", sharpe,
                        JudgedText.beside(interval, 1, trials, deflated))
                : null);
        DirectionCount judged = subject.run().judged();
        double high = judged.what().contains("next move") ? HIGH_LEAD_NEXT_MOVE : HIGH_LEAD;
        if (judged.resolved() >= RESOLVED_LEAST && judged.accuracy() - judged.majority() > high) {
            add("Suspicious: accuracy %.1f %% is %.1f points above the majority of %.1f %%; look for a leak.",
                    100 * judged.accuracy(), 100 * (judged.accuracy() - judged.majority()), 100 * judged.majority());
        }
        if (subject.trades() != null && subject.trades().trades() >= FEW_TRADES
                && subject.trades().winRate() > HIGH_WIN_RATE) {
            add("Suspicious: %.1f %% of %,d round trips won; look for a leak, or for losses that are held open.",
                    100 * subject.trades().winRate(), subject.trades().trades());
        }
    }

    private void tooFew(Comparison subject) {
        int trades = subject.run().trades().size();
        if (trades == 0) {
            add("No trades: the run earned and lost nothing, so there is no figure of trading to judge.");
        } else if (trades < FEW_TRADES) {
            add("Few trades: %d round trips say little about win rate and Sharpe per trade.", trades);
        }
        double days = subject.run().spanNs() / (double) EquityCurve.DAY_NS;
        if (days < DAYS_SHORT) {
            add("Short: %.2f days; figures a year are of returns per %s and an extrapolation.", days,
                    subject.grain().word());
        }
    }

    private void luck(Comparison subject) {
        double deflated = subject.returns().sharpe().deflated();
        if (deflated < CONFIDENCE && !subject.run().trades().isEmpty()) {
            add("Not told from luck: DSR %.2f is below 0.95 with %,d trial(s).", deflated, plan.trials().count());
        }
    }

    private void data(RunReading run) {
        if (run.gapCount() > 0) {
            long missing = run.instruments().stream().mapToLong(InstrumentData::missingBars).sum();
            StringBuilder named = new StringBuilder();
            for (DataGap gap : run.gaps().subList(0, Math.min(GAPS_NAMED, run.gaps().size()))) {
                named.append(named.isEmpty() ? "" : "; ").append(gap.instrument()).append(": ").append(gap.what())
                        .append(" from ").append(UtcText.of(gap.fromNs())).append(" to ")
                        .append(UtcText.of(gap.toNs()));
            }
            add("Gaps in the journal: %,d, %,d bars missing; %s%s.", run.gapCount(), missing, named,
                    run.gapCount() > GAPS_NAMED ? "; ..." : "");
        }
        for (InstrumentData data : run.instruments()) {
            boolean wanted = plan.instruments().contains(data.name());
            if (wanted && data.events() == 0) {
                add("Instrument without data: %s has no event in this range.", data.name());
            }
            if (data.zeroVolumeBars() > 0) {
                add("Bars without volume: %,d of %,d of %s.", data.zeroVolumeBars(), data.klines(), data.name());
            }
            long late = data.firstNs() - run.firstNs();
            long early = run.lastNs() - data.lastNs();
            if (data.events() > 0 && Math.max(late, early) > EDGE_OF_SPAN * run.spanNs()) {
                add("%s has data from %s to %s only.", data.name(), UtcText.of(data.firstNs()),
                        UtcText.of(data.lastNs()));
            }
        }
        for (String name : plan.instruments()) {
            if (run.instruments().stream().noneMatch(data -> data.name().equals(name))) {
                add("Instrument without data: %s is not in the run's configuration.", name);
            }
        }
    }

    private void halted(Verdicts verdicts) {
        for (Verdicts.StateChange change : verdicts.states()) {
            if (change.state() != TradingState.ACTIVE) {
                add("Trading fell to %s at %s; what follows is of an engine that may not trade freely.", change.state(),
                        UtcText.of(change.timeNs()));
                return;
            }
        }
    }

    private void incomplete(RunReading run) {
        if (!run.derived()) {
            add("No derived log: decisions, regimes and refusals are not known, and costs are split at the fill.");
        }
        if (run.fillCount() > run.fills().size()) {
            add("%,d of %,d fills are listed; all are booked.", run.fills().size(), run.fillCount());
        }
        if (run.tradesDropped() > 0) {
            add("%,d round trips beyond the first %,d are not in the statistics of trades.", run.tradesDropped(),
                    run.trades().size());
        }
        if (run.attribution().residualE8() != 0) {
            add("The attribution misses the engine's profit by %d E8 units.", run.attribution().residualE8());
        }
    }

    /** Runs of other ranges are no comparison. */
    private void apart() {
        RunReading run = runs.getFirst().run();
        for (Comparison other : runs.subList(1, runs.size())) {
            long first = Math.abs(other.run().firstNs() - run.firstNs());
            long last = Math.abs(other.run().lastNs() - run.lastNs());
            if (Math.max(first, last) > EDGE_OF_SPAN * run.spanNs()) {
                add("%s covers another range, %s to %s: it is no fair comparison.", other.name(),
                        UtcText.of(other.run().firstNs()), UtcText.of(other.run().lastNs()));
            }
        }
    }

    private String add(String format, Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        found.add(text);
        return text;
    }
}
