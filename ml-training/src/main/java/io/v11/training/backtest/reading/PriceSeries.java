package io.v11.training.backtest.reading;

/**
 * Bars of one instrument, steps without an event left out.
 *
 * @param instrument id
 * @param name       qualified
 * @param stepNs     length of a bar
 * @param opensNs    when each begins
 * @param open       quote units, as the three after it
 */
public record PriceSeries(int instrument, String name, long stepNs, long[] opensNs, double[] open, double[] high,
        double[] low, double[] close) {
    private static final double DAY_NS = 86_400e9;

    public int bars() {
        return opensNs.length;
    }

    /** Deviation of the closes' returns, scaled to a day by the root of time; NaN of fewer than two. A hole counts as one step. */
    public double dailyVolatility() {
        double squares = 0.0;
        double sum = 0.0;
        int count = bars() - 1;
        for (int i = 1; i <= count; i++) {
            double move = close[i] / close[i - 1] - 1.0;
            sum += move;
            squares += move * move;
        }
        if (count < 2) {
            return Double.NaN;
        }
        double variance = Math.max(0.0, (squares - sum * sum / count) / (count - 1));
        return StrictMath.sqrt(variance * DAY_NS / stepNs);
    }
}
