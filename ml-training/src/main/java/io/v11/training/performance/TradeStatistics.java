package io.v11.training.performance;

import java.util.List;
import java.util.Locale;

import io.v11.training.performance.luck.JudgedSharpe;
import io.v11.training.performance.luck.Trials;
import io.v11.training.performance.sample.ConfidenceInterval;
import io.v11.training.performance.sample.Finite;

/**
 * The round trips of a run. A trade is won when it earned money after costs; one that earned nothing is not.
 *
 * @param trades         round trips
 * @param sharpe         of the net returns of trades on their notional, in order of closing; a year has so many trades
 * @param winRate        share of trades won
 * @param winInterval    of it, Wilson
 * @param profitFactor   money won over money lost, after costs; NaN when nothing was lost
 * @param holdingNsMean  mean time from first to last fill
 * @param tradesPerDay   over the whole run, idle days included
 * @param turnoverPerDay notional opened and closed a day, in multiples of the capital
 * @param costs          from gross to net
 */
public record TradeStatistics(int trades, JudgedSharpe sharpe, double winRate, ConfidenceInterval winInterval,
        double profitFactor, double holdingNsMean, double tradesPerDay, double turnoverPerDay, CostSplit costs) {
    /**
     * @param trips   at least one, in order of closing
     * @param spanNs  length of the run
     * @param capital mean equity of the run, in the currency of the trips
     * @param trials  what the strategy was chosen from; their annual variance is shared out over the trades a year
     */
    public static TradeStatistics of(List<RoundTrip> trips, long spanNs, double capital, Trials trials) {
        if (trips.isEmpty()) {
            throw new IllegalArgumentException("no round trips; a run that did not trade has no statistics of trades");
        }
        if (spanNs <= 0) {
            throw new IllegalArgumentException("spanNs=" + spanNs + " of a run with trades; give its length");
        }
        Finite.requirePositive("capital", capital);
        double[] returns = new double[trips.size()];
        int wins = 0;
        double won = 0.0;
        double lost = 0.0;
        double heldNs = 0.0;
        double traded = 0.0;
        for (int i = 0; i < returns.length; i++) {
            RoundTrip trip = trips.get(i);
            if (i > 0 && trip.closeNs() < trips.get(i - 1).closeNs()) {
                throw new IllegalArgumentException(
                        "round trip " + i + " closes before the one before it; sort by closeNs");
            }
            returns[i] = trip.netReturn();
            wins += trip.pnl() > 0.0 ? 1 : 0;
            won += Math.max(trip.pnl(), 0.0);
            lost += Math.max(-trip.pnl(), 0.0);
            heldNs += trip.closeNs() - trip.openNs();
            traded += 2.0 * trip.notional();
        }
        double days = spanNs / (double) EquityCurve.DAY_NS;
        double tradesPerDay = returns.length / days;
        return new TradeStatistics(returns.length,
                JudgedSharpe.of(returns, tradesPerDay * ReturnStatistics.DAYS, trials),
                wins / (double) returns.length, ConfidenceInterval.ofShare(wins, returns.length),
                lost > 0.0 ? won / lost : Double.NaN, heldNs / returns.length, tradesPerDay, traded / capital / days,
                CostSplit.of(trips));
    }

    /** Three lines. */
    public String text() {
        return String.format(Locale.ROOT,
                "%,d trades, %.2f a day, held %.2f h, won %.1f %% [%.1f %.1f], profit factor %.2f, "
                        + "turnover %.2f of capital a day%n%s%n%s",
                trades, tradesPerDay, holdingNsMean / EquityCurve.HOUR_NS, 100.0 * winRate, 100.0 * winInterval.low(),
                100.0 * winInterval.high(), profitFactor, turnoverPerDay, costs.text(), sharpe.text());
    }
}
