package io.v11.engine.signal;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * Volatility of each instrument's bar returns, exponentially weighted.
 *
 * <pre>
 *   v = v + a (r^2 - v)     a = 2 / (span + 1)     r = ln(close / close before)
 * </pre>
 *
 * Starts as the plain mean of the first squares, so that it leans on no guess; known after {@value #WARM} returns. RiskMetrics
 * (1996), with the span in place of the decay. Bars without a trade count: they are quiet time. Allocates nothing per bar.
 */
final class BarVolatility {
    private static final int WARM = 20;
    private static final double YEAR_NS = 365.0 * 86_400e9;

    private final BarLength bar;
    private final double alpha;
    private final double barsPerYear;
    private final long[] closesE8;
    private final double[] variances;
    private final int[] counts;

    BarVolatility(int instruments, BarLength bar, int span) {
        this.bar = bar;
        this.alpha = 2.0 / (span + 1.0);
        this.barsPerYear = YEAR_NS / bar.timeNs();
        this.closesE8 = new long[instruments];
        this.variances = new double[instruments];
        this.counts = new int[instruments];
    }

    void onMarket(int instrument, MarketView market) {
        if (!market.closed(bar)) {
            return;
        }
        long closeE8 = market.bar(bar).closeE8;
        long beforeE8 = closesE8[instrument];
        closesE8[instrument] = closeE8;
        if (beforeE8 > 0 && closeE8 > 0) {
            double ret = StrictMath.log(FixedPoint.toDouble(closeE8) / FixedPoint.toDouble(beforeE8));
            double weight = Math.max(alpha, 1.0 / ++counts[instrument]);
            variances[instrument] += weight * (ret * ret - variances[instrument]);
        }
    }

    /** Share of the price a year; 0 while not known. */
    double annual(int instrument) {
        return counts[instrument] < WARM ? 0.0 : Math.sqrt(variances[instrument] * barsPerYear);
    }

    long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < counts.length; i++) {
            result = StateHash.add(StateHash.add(StateHash.add(result, closesE8[i]), variances[i]), counts[i]);
        }
        return result;
    }
}
