package io.v11.training.execution.order;

import io.v11.training.backtest.account.Fill;

/**
 * A fill with the market's price some time after it.
 *
 * @param fill          as the account booked it
 * @param laterTwiceE8  twice the market's price at each horizon after the fill was told; 0 where it is not known
 */
public record OrderFill(Fill fill, long[] laterTwiceE8) {
    /** What the market moved in favour of the fill, of its price; NaN where it is not known. */
    public double markoutBps(int horizon) {
        long later = laterTwiceE8[horizon];
        if (later == 0) {
            return Double.NaN;
        }
        double moveBps = 1e4 * (later - 2.0 * fill.priceE8()) / (2.0 * fill.priceE8());
        return fill.buy() ? moveBps : -moveBps;
    }
}
