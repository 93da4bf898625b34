package io.v11.training.backtest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.JudgedText;
import io.v11.training.backtest.account.Trade;
import io.v11.training.page.Figures;
import io.v11.training.performance.EquityCurve;
import io.v11.training.performance.luck.JudgedSharpe;

/** Every statistic of every run, side by side. */
final class StatisticsSection {
    private final List<Comparison> runs;
    private final Html page;

    private StatisticsSection(List<Comparison> runs, Html page) {
        this.runs = runs;
        this.page = page;
    }

    static void write(BacktestReport report, Html page) {
        page.heading("Statistics");
        List<String> heads = new ArrayList<>();
        heads.add("");
        report.runs().forEach(run -> heads.add(run.name()));
        page.table("figures", heads);
        StatisticsSection section = new StatisticsSection(report.runs(), page);
        section.returns();
        section.trades();
        section.forecasts();
        page.endTable();
        page.note("Returns per " + report.subject().grain().word()
                + ", compounded, above a rate of zero, 365 days a year. Intervals: 95 %,"
                + " stationary bootstrap (Sharpe), Wilson (shares). DSR: Bailey and López de Prado 2014. A dash: not defined or no trade.");
    }

    private void returns() {
        percent("return", run -> run.returns().totalReturn());
        percent("return a year", run -> run.returns().annualReturn());
        percent("volatility a year", run -> run.returns().annualVolatility());
        row("Sharpe a year", run -> sharpe(run.returns().sharpe()));
        row("trials / DSR / PSR", run -> luck(run.returns().sharpe()));
        row("track needed for 95 %", run -> track(run.returns().sharpe(), run.grain().word() + "s"));
        number("Sortino", run -> run.returns().sortino());
        number("Calmar", run -> run.returns().calmar());
        percent("maximum drawdown, any event", run -> run.run().fall().fraction());
        row("longest under water", run -> days(run.curve().underWater().longestNs()));
        row("VaR / ES 95 %, per period", run -> percents(run.returns().tail().valueAtRisk95(),
                run.returns().tail().shortfall95()));
        row("VaR / ES 99 %, per period", run -> percents(run.returns().tail().valueAtRisk99(),
                run.returns().tail().shortfall99()));
        row("skewness / kurtosis", run -> Figures.fixed(run.returns().skewness(), 2) + " / "
                + Figures.fixed(run.returns().kurtosis(), 2));
        row("7 days: least / median / greatest", run -> run.sevenDays().windows() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.2f / %.2f / %.2f %%", 100 * run.sevenDays().least(),
                        100 * run.sevenDays().median(), 100 * run.sevenDays().greatest()));
        percent("mean gross exposure", Comparison::exposure);
        percent("share of time with a position", Comparison::inMarket);
        number("turnover a day, of equity", Comparison::turnoverPerDay);
    }

    private void trades() {
        row("round trips", run -> String.format(Locale.ROOT, "%,d", run.run().trades().size()));
        row("of these open at the end, valued", run -> String.format(Locale.ROOT, "%,d",
                run.run().trades().stream().filter(Trade::open).count()));
        row("round trips a day", run -> traded(run, of -> Figures.fixed(of.trades().tradesPerDay(), 2)));
        row("Sharpe per trade", run -> traded(run, of -> of.trades().sharpe()
                .withPerPeriod((value, interval, trials, deflated) -> Double.isNaN(value)
                        ? "-"
                        : Figures.fixed(value, 3) + " " + JudgedText.bounds(interval, 3))));
        row("trials / DSR / PSR of it", run -> traded(run, of -> luck(of.trades().sharpe())));
        row("won", run -> traded(run, of -> String.format(Locale.ROOT, "%.1f [%.1f %.1f] %%",
                100 * of.trades().winRate(), 100 * of.trades().winInterval().low(),
                100 * of.trades().winInterval().high())));
        row("profit factor", run -> traded(run, of -> Figures.fixed(of.trades().profitFactor(), 2)));
        row("mean time held", run -> traded(run, of -> days((long) of.trades().holdingNsMean())));
        row("costs / gross", run -> String.format(Locale.ROOT, "%s / %s",
                HeadSection.money(-run.run().attribution().total().costsE8()),
                HeadSection.money(run.run().attribution().total().grossE8())));
    }

    private void forecasts() {
        row("forecasts resolved", run -> String.format(Locale.ROOT, "%,d of %,d", run.run().judged().resolved(),
                run.run().judged().decisions()));
        row("accuracy (majority)", run -> run.run().judged().resolved() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f %% (%.1f)", 100 * run.run().judged().accuracy(),
                        100 * run.run().judged().majority()));
        row("accuracy, next move (majority)", run -> run.run().nextMove().resolved() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f %% (%.1f)", 100 * run.run().nextMove().accuracy(),
                        100 * run.run().nextMove().majority()));
        row("refused by risk", run -> String.format(Locale.ROOT, "%,d", run.run().verdicts().refused()));
    }

    private void percent(String name, ToDoubleFunction<Comparison> figure) {
        row(name, run -> {
            double value = figure.applyAsDouble(run);
            return Double.isNaN(value) ? "-" : Figures.fixed(100.0 * value, 2) + " %";
        });
    }

    private void number(String name, ToDoubleFunction<Comparison> figure) {
        row(name, run -> Figures.fixed(figure.applyAsDouble(run), 2));
    }

    private void row(String name, Function<Comparison, String> figure) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        runs.forEach(run -> cells.add(figure.apply(run)));
        page.row(cells);
    }

    private static String traded(Comparison run, Function<Comparison, String> figure) {
        return run.trades() == null ? "-" : figure.apply(run);
    }

    private static String sharpe(JudgedSharpe judged) {
        return judged.with((value, interval, trials, deflated) -> Double.isNaN(value)
                ? "-"
                : Figures.fixed(value, 2) + " " + JudgedText.bounds(interval, 2));
    }

    private static String luck(JudgedSharpe judged) {
        return String.format(Locale.ROOT, "%,d / %s / %s", judged.trials().count(), Figures.fixed(judged.deflated(), 2),
                Figures.fixed(judged.probabilistic(), 2));
    }

    private static String track(JudgedSharpe judged, String periods) {
        double needed = judged.minimumTrackPeriods();
        return Double.isNaN(needed)
                ? "-"
                : Double.isInfinite(needed) ? "more than any" : String.format(Locale.ROOT, "%,.0f %s", needed, periods);
    }

    private static String percents(double first, double second) {
        return String.format(Locale.ROOT, "%s / %s %%", Figures.fixed(100 * first, 3), Figures.fixed(100 * second, 3));
    }

    private static String days(long ns) {
        double days = ns / (double) EquityCurve.DAY_NS;
        return days >= 1.0 ? Figures.fixed(days, 1) + " d" : String.format(Locale.ROOT, "%.1f min", days * 1_440.0);
    }
}
