package io.v11.training.backtest;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.v11.training.backtest.Target.Outcome;
import io.v11.training.backtest.Target.Reached;
import io.v11.training.backtest.reading.DirectionCount;
import io.v11.training.performance.WindowReturns;
import io.v11.training.performance.luck.JudgedSharpe;

/** The five figures that V11 is asked for, of every run. The weekly return is judged by the median of all windows, not by the best. */
final class TargetTable {
    private static final double SHARPE = 0.15;
    private static final double DRAWDOWN = 0.08;
    private static final double WIN_RATE = 0.50;
    private static final double ACCURACY = 0.60;

    private TargetTable() {
    }

    static List<Target> of(List<Comparison> runs) {
        return List.of(row("Return per 7 days, median of all windows", "> 25 %", runs, TargetTable::weekly),
                row("Sharpe per trade", "> 0.15", runs, TargetTable::sharpe),
                row("Maximum drawdown, at any event", "< 8 %", runs, TargetTable::drawdown),
                row("Win rate of round trips, after costs", "> 50 %", runs, TargetTable::winRate),
                row("Accuracy of direction", "> 60 %", runs, TargetTable::accuracy));
    }

    private static Target row(String measure, String goal, List<Comparison> runs,
            Function<Comparison, Reached> reached) {
        return new Target(measure, goal, runs.stream().map(reached).toList());
    }

    private static Reached weekly(Comparison run) {
        WindowReturns windows = run.sevenDays();
        String text = windows.windows() == 0
                ? "no whole window"
                : percent(windows.median()) + String.format(Locale.ROOT,
                        ", quartiles %.2f / %.2f %%, reached in %.1f %% of %,d windows (%,d apart)",
                        100 * windows.lowQuarter(), 100 * windows.highQuarter(), 100 * windows.shareAbove(),
                        windows.windows(), windows.apart());
        return new Reached(run.name(), windows.median(), text,
                Outcome.of(windows.median(), windows.median() > windows.target()));
    }

    private static Reached sharpe(Comparison run) {
        if (run.trades() == null) {
            return new Reached(run.name(), Double.NaN, "no trades", Outcome.UNKNOWN);
        }
        JudgedSharpe judged = run.trades().sharpe();
        return judged.withPerPeriod((sharpe, interval, trials, deflated) -> Double.isNaN(sharpe)
                ? new Reached(run.name(), Double.NaN, judged.text(), Outcome.UNKNOWN)
                : new Reached(run.name(), sharpe,
                        String.format(Locale.ROOT, "%.3f ", sharpe)
                                + JudgedText.beside(interval, 3, trials, deflated),
                        Outcome.of(sharpe, sharpe > SHARPE)));
    }

    private static Reached drawdown(Comparison run) {
        double fall = run.run().fall().fraction();
        return new Reached(run.name(), fall, percent(fall), Outcome.of(fall, fall < DRAWDOWN));
    }

    private static Reached winRate(Comparison run) {
        if (run.trades() == null) {
            return new Reached(run.name(), Double.NaN, "no trades", Outcome.UNKNOWN);
        }
        double rate = run.trades().winRate();
        return new Reached(run.name(), rate,
                String.format(Locale.ROOT, "%.1f %% [%.1f %.1f] of %,d", 100 * rate,
                        100 * run.trades().winInterval().low(), 100 * run.trades().winInterval().high(),
                        run.trades().trades()),
                Outcome.of(rate, rate > WIN_RATE));
    }

    private static Reached accuracy(Comparison run) {
        DirectionCount count = run.run().judged();
        if (count.resolved() == 0) {
            return new Reached(run.name(), Double.NaN, "no forecasts", Outcome.UNKNOWN);
        }
        return new Reached(run.name(), count.accuracy(),
                String.format(Locale.ROOT, "%.1f %% [%.1f %.1f], majority %.1f %%, %,d resolved",
                        100 * count.accuracy(), 100 * count.interval().low(), 100 * count.interval().high(),
                        100 * count.majority(), count.resolved()),
                Outcome.of(count.accuracy(), count.accuracy() > ACCURACY));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
