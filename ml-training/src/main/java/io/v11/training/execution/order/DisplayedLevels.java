package io.v11.training.execution.order;

import io.v11.config.Limits;
import io.v11.engine.slot.MarketView;
import io.v11.engine.venue.queue.QueuePosition;

/** What the levels of one instrument displayed last, as many as the engine's view has. Confined to one thread; allocates nothing. */
public final class DisplayedLevels {
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

    public void onMarket(MarketView view) {
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
    }

    /** At a price, 0 where the level is empty; {@link QueuePosition#UNKNOWN} where nothing is shown, or without a book. */
    public long displayedE8(boolean buy, long priceE8) {
        if (!valid) {
            return QueuePosition.UNKNOWN;
        }
        long bestE8 = buy ? bidE8 : askE8;
        if (priceE8 == bestE8) {
            return buy ? bidQuantityE8 : askQuantityE8;
        }
        if (buy ? priceE8 > bestE8 : priceE8 < bestE8) {
            return 0L;
        }
        int levels = buy ? bids : asks;
        for (int i = 0; i < levels; i++) {
            long levelE8 = buy ? bidPricesE8[i] : askPricesE8[i];
            if (levelE8 == priceE8) {
                return buy ? bidQuantitiesE8[i] : askQuantitiesE8[i];
            }
            if (buy ? levelE8 < priceE8 : levelE8 > priceE8) {
                return 0L;
            }
        }
        return QueuePosition.UNKNOWN;
    }

    boolean valid() {
        return valid;
    }

    long bidE8() {
        return bidE8;
    }

    long askE8() {
        return askE8;
    }

    /** At the best price of a side. */
    long bestE8(boolean ofBids) {
        return ofBids ? bidQuantityE8 : askQuantityE8;
    }

    /** At a price or better. */
    long aheadE8(boolean buy, long priceE8) {
        int levels = buy ? bids : asks;
        if (levels == 0) {
            boolean behind = buy ? priceE8 <= bidE8 : priceE8 >= askE8;
            return behind ? depthE8(buy) : 0L;
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

    /** Of all levels shown on a side; the best alone where only quotes are given. */
    long depthE8(boolean ofBids) {
        int levels = ofBids ? bids : asks;
        if (levels == 0) {
            return bestE8(ofBids);
        }
        long sum = 0L;
        for (int i = 0; i < levels; i++) {
            sum += ofBids ? bidQuantitiesE8[i] : askQuantitiesE8[i];
        }
        return sum;
    }
}
