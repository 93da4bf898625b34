package io.v11.training.execution.order;

import io.v11.config.FixedPoint;
import io.v11.config.Limits;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;

/**
 * Last book of one instrument, how much its mid moves and how fast takers trade. Volatility is the root of an exponentially weighted mean of squared log
 * returns per second (RiskMetrics technical document, 1996, section 5.2), sampled at the first event after each second, with a
 * time constant of {@value #MEMORY_SECONDS} s; trades per second are
 * weighted alike. Confined to one thread; allocates only for states.
 */
final class BookTape {
    private static final double MEMORY_SECONDS = 60.0;
    private static final long SECOND_NS = 1_000_000_000L;

    private final long[] bidPricesE8 = new long[Limits.VIEW_DEPTH];
    private final long[] bidQuantitiesE8 = new long[Limits.VIEW_DEPTH];
    private final long[] askPricesE8 = new long[Limits.VIEW_DEPTH];
    private final long[] askQuantitiesE8 = new long[Limits.VIEW_DEPTH];
    private int bids;
    private int asks;
    private boolean valid;
    private long bidE8;
    private long bidQuantityE8;
    private long askE8;
    private long askQuantityE8;
    private double sampledMid;
    private long sampledNs;
    private double variance = Double.NaN;
    private double takenBids;
    private double takenAsks;
    private long takenNs;

    void onMarket(EngineEvent event) {
        MarketView view = event.market();
        valid = view.topValid;
        bidE8 = view.bidPriceE8;
        bidQuantityE8 = view.bidQuantityE8;
        askE8 = view.askPriceE8;
        askQuantityE8 = view.askQuantityE8;
        if (view.levelsChanged) {
            bids = view.bidLevels;
            asks = view.askLevels;
            System.arraycopy(view.bidPricesE8, 0, bidPricesE8, 0, bids);
            System.arraycopy(view.bidQuantitiesE8, 0, bidQuantitiesE8, 0, bids);
            System.arraycopy(view.askPricesE8, 0, askPricesE8, 0, asks);
            System.arraycopy(view.askQuantitiesE8, 0, askQuantitiesE8, 0, asks);
        }
        if (view.trade) {
            fade(event.timeNs());
            double perSecond = FixedPoint.toDouble(view.tradeQuantityE8) / MEMORY_SECONDS;
            takenAsks += view.tradeBuy ? perSecond : 0.0;
            takenBids += view.tradeBuy ? 0.0 : perSecond;
        }
        if (valid && event.timeNs() - sampledNs >= SECOND_NS) {
            sample(event.timeNs(), FixedPoint.toDouble(bidE8 + askE8) / 2.0);
        }
    }

    BookState state(long timeNs, boolean buy, long priceE8) {
        if (!valid) {
            return BookState.UNKNOWN;
        }
        fade(timeNs);
        double spreadBps = 2e4 * (askE8 - bidE8) / (askE8 + bidE8);
        long own = buy ? bidQuantityE8 : askQuantityE8;
        long other = buy ? askQuantityE8 : bidQuantityE8;
        return new BookState(true, spreadBps, ahead(buy, priceE8), depth(buy), depth(!buy),
                own + other == 0 ? 0.0 : (own - other) / (double) (own + other), 1e4 * Math.sqrt(variance),
                buy ? takenBids : takenAsks);
    }

    private long ahead(boolean buy, long priceE8) {
        int levels = buy ? bids : asks;
        if (levels == 0) {
            boolean behind = buy ? priceE8 <= bidE8 : priceE8 >= askE8;
            return behind ? depth(buy) : 0L;
        }
        long sum = 0L;
        for (int i = 0; i < levels; i++) {
            long levelE8 = buy ? bidPricesE8[i] : askPricesE8[i];
            if (buy ? levelE8 >= priceE8 : levelE8 <= priceE8) {
                sum += buy ? bidQuantitiesE8[i] : askQuantitiesE8[i];
            }
        }
        return sum;
    }

    private long depth(boolean ofBids) {
        int levels = ofBids ? bids : asks;
        if (levels == 0) {
            return ofBids ? bidQuantityE8 : askQuantityE8;
        }
        long sum = 0L;
        for (int i = 0; i < levels; i++) {
            sum += ofBids ? bidQuantitiesE8[i] : askQuantitiesE8[i];
        }
        return sum;
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
