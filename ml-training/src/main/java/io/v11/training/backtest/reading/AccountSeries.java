package io.v11.training.backtest.reading;

import io.v11.config.FixedPoint;

/**
 * The account over time: a point at the end of each step in which something came, the first at the first event. Counts are of the
 * step that ends at the point. Quote units E8.
 *
 * @param stepNs       of the grid
 * @param timesNs      of the points
 * @param equityE8     with open positions at the market's price
 * @param grossE8      sum of the positions' worth
 * @param netE8        the same with signs
 * @param notionalE8   traded
 * @param resolved     forecasts whose outcome came
 * @param hits         those that were right
 */
public record AccountSeries(long stepNs, long[] timesNs, long[] equityE8, long[] grossE8, long[] netE8,
        long[] notionalE8, long[] resolved, long[] hits) {
    public int points() {
        return timesNs.length;
    }

    /** The same with the starting capital before all else: the grid's first point already tells of what its step brought. */
    AccountSeries from(long firstNs, long capitalE8) {
        if (timesNs[0] == firstNs && equityE8[0] == capitalE8) {
            return this;
        }
        return new AccountSeries(stepNs, before(timesNs, Math.min(firstNs, timesNs[0] - 1)),
                before(equityE8, capitalE8), before(grossE8, 0L), before(netE8, 0L), before(notionalE8, 0L),
                before(resolved, 0L), before(hits, 0L));
    }

    private static long[] before(long[] values, long first) {
        long[] longer = new long[values.length + 1];
        longer[0] = first;
        System.arraycopy(values, 0, longer, 1, values.length);
        return longer;
    }

    /** In quote units. */
    public double equity(int point) {
        return FixedPoint.toDouble(equityE8[point]);
    }

    /** Mean equity over the points, quote units. */
    public double meanEquity() {
        double sum = 0.0;
        for (int i = 0; i < equityE8.length; i++) {
            sum += equity(i);
        }
        return sum / Math.max(1, equityE8.length);
    }
}
