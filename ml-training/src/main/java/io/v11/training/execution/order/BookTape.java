package io.v11.training.execution.order;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;

/**
 * Last book of one instrument, how much its mid moves and how fast takers trade. Volatility is the root of an exponentially weighted
 * mean of squared log returns per second (RiskMetrics technical document, 1996, section 5.2), sampled at the first event after each
 * second, with a time constant of {@value #MEMORY_SECONDS} s; trades per second are weighted alike. Confined to one thread;
 * allocates only for states.
 */
final class BookTape {
    private static final double MEMORY_SECONDS = 60.0;
    private static final long SECOND_NS = 1_000_000_000L;

    private final DisplayedLevels levels = new DisplayedLevels();
    private double sampledMid;
    private long sampledNs;
    private double variance = Double.NaN;
    private double takenBids;
    private double takenAsks;
    private long takenNs;

    void onMarket(EngineEvent event) {
        MarketView view = event.market();
        levels.onMarket(view);
        if (view.trade) {
            fade(event.timeNs());
            double perSecond = FixedPoint.toDouble(view.tradeQuantityE8) / MEMORY_SECONDS;
            takenAsks += view.tradeBuy ? perSecond : 0.0;
            takenBids += view.tradeBuy ? 0.0 : perSecond;
        }
        if (view.topValid && event.timeNs() - sampledNs >= SECOND_NS) {
            sample(event.timeNs(), FixedPoint.toDouble(view.midTwiceE8()) / 2.0);
        }
    }

    BookState state(long timeNs, boolean buy, long priceE8) {
        if (!levels.valid()) {
            return BookState.UNKNOWN;
        }
        fade(timeNs);
        double spreadBps = 2e4 * (levels.askE8() - levels.bidE8()) / (levels.askE8() + levels.bidE8());
        long own = levels.bestE8(buy);
        long other = levels.bestE8(!buy);
        return new BookState(true, spreadBps, levels.aheadE8(buy, priceE8), levels.depthE8(buy), levels.depthE8(!buy),
                own + other == 0 ? 0.0 : (own - other) / (double) (own + other), 1e4 * Math.sqrt(variance),
                buy ? takenBids : takenAsks);
    }

    private void fade(long timeNs) {
        double left = StrictMath.exp(-(timeNs - takenNs) / (MEMORY_SECONDS * SECOND_NS));
        takenBids *= left;
        takenAsks *= left;
        takenNs = timeNs;
    }

    private void sample(long timeNs, double mid) {
        if (sampledNs != 0) {
            double seconds = (timeNs - sampledNs) / (double) SECOND_NS;
            double move = StrictMath.log(mid / sampledMid);
            double weight = 1.0 - StrictMath.exp(-seconds / MEMORY_SECONDS);
            double perSecond = move * move / seconds;
            variance = Double.isNaN(variance) ? perSecond : variance + weight * (perSecond - variance);
        }
        sampledNs = timeNs;
        sampledMid = mid;
    }
}
