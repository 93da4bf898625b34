package io.v11.engine.feature;

import java.util.Arrays;

import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;

/** A copy of everything a market view said at one event, for references that look at the whole past at once. */
record Seen(long timeNs, boolean synced, boolean topValid, boolean topChanged, double bid, double bidQuantity,
        double ask, double askQuantity, boolean levelsChanged, long[] bids, long[] bidQuantities, long[] asks,
        long[] askQuantities, boolean trade, double price, double quantity, int sign, MarketView.Bar second,
        MarketView.Bar minute) {

    static Seen of(MarketView view, long timeNs) {
        return new Seen(timeNs, view.synced, view.topValid, view.topChanged, view.bidPriceE8, view.bidQuantityE8,
                view.askPriceE8, view.askQuantityE8, view.levelsChanged,
                Arrays.copyOf(view.bidPricesE8, view.bidLevels), Arrays.copyOf(view.bidQuantitiesE8, view.bidLevels),
                Arrays.copyOf(view.askPricesE8, view.askLevels), Arrays.copyOf(view.askQuantitiesE8, view.askLevels),
                view.trade, view.tradePriceE8, view.tradeQuantityE8, view.tradeBuy ? 1 : -1,
                bar(view, BarLength.SECOND), bar(view, BarLength.MINUTE));
    }

    private static MarketView.Bar bar(MarketView view, BarLength length) {
        if (!view.closed(length)) {
            return null;
        }
        MarketView.Bar copy = new MarketView.Bar();
        copy.copyFrom(view.bar(length));
        return copy;
    }

    double mid() {
        return (bid + ask) / 2;
    }

    double spread() {
        return ask - bid;
    }
}
