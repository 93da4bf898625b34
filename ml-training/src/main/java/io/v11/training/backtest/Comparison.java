package io.v11.training.backtest;

import java.util.Arrays;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.account.Trade;
import io.v11.training.backtest.reading.AccountSeries;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.performance.EquityCurve;
import io.v11.training.performance.ReturnStatistics;
import io.v11.training.performance.TradeStatistics;
import io.v11.training.performance.WindowReturns;
import io.v11.training.performance.luck.Trials;

/**
 * A run with its statistics.
 *
 * @param name           in the report
 * @param run            as it was read
 * @param curve          equity over time
 * @param grain          period of its returns
 * @param returns        of them
 * @param trades         of the round trips; null when there is none
 * @param sevenDays      over all windows of seven days
 * @param turnoverPerDay notional traded a day in multiples of the mean equity
 * @param exposure       mean of gross exposure over equity
 * @param inMarket       share of the points with a position
 */
public record Comparison(String name, RunReading run, EquityCurve curve, Grain grain, ReturnStatistics returns,
        TradeStatistics trades, WindowReturns sevenDays, double turnoverPerDay, double exposure, double inMarket) {
    /** Return aimed at in seven days. */
    public static final double WEEKLY_TARGET = 0.25;

    public static Comparison of(String name, RunReading run, Trials trials) {
        if (run.spanNs() <= 0) {
            throw new IllegalArgumentException(
                    run.folder() + " holds no market event: there is nothing to report; play a"
                            + " journal with data");
        }
        EquityCurve curve = curve(run.account());
        Grain grain = Grain.of(run.spanNs());
        AccountSeries account = run.account();
        double exposure = 0.0;
        int held = 0;
        for (int i = 0; i < account.points(); i++) {
            exposure += account.grossE8()[i] / Math.max(1.0, account.equityE8()[i]);
            held += account.grossE8()[i] != 0 ? 1 : 0;
        }
        double capital = account.meanEquity();
        TradeStatistics trades = run.trades().isEmpty()
                ? null
                : TradeStatistics.of(run.trades().stream().map(Trade::trip).toList(), run.spanNs(), capital, trials);
        double traded = FixedPoint.toDouble(run.attribution().total().notionalE8());
        return new Comparison(name, run, curve, grain,
                ReturnStatistics.of(curve.resampled(grain.lengthNs()).returns(), grain.perYear(), trials), trades,
                curve.sevenDays(WEEKLY_TARGET), traded / capital / (run.spanNs() / (double) EquityCurve.DAY_NS),
                exposure / account.points(), held / (double) account.points());
    }

    /** Equity of a lost account ends with its first point at or below zero. */
    private static EquityCurve curve(AccountSeries account) {
        double[] equity = new double[account.points()];
        for (int i = 0; i < equity.length; i++) {
            equity[i] = Math.max(0.0, account.equity(i));
            if (equity[i] == 0.0) {
                return EquityCurve.of(Arrays.copyOf(account.timesNs(), i + 1), Arrays.copyOf(equity, i + 1));
            }
        }
        return EquityCurve.of(account.timesNs(), equity);
    }
}
