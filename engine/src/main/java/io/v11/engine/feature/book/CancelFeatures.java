package io.v11.engine.feature.book;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.HeldAverage;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Makers who take their orders back: what left the first 10 levels of a side between two completed changes of the book
 * beyond what takers traded against that side meanwhile. Trades and book come over two streams; what a trade explains is
 * counted with the change that follows it, and a surplus of trades is not carried over. Quantity added in the same
 * change stands for orders that were moved rather than taken back.
 */
public final class CancelFeatures implements FeatureGroup {
    private static final int DEPTH = 10;
    private static final int BID_CANCELS = 0;
    private static final int BID_REPLACED = 1;
    private static final int ASK_CANCELS = 2;
    private static final int ASK_REPLACED = 3;
    private static final List<Feature> FEATURES = List.of(rate("bid"), rate("ask"), replaced("bid"), replaced("ask"),
            imbalance(Window.SEC_1), imbalance(Window.SEC_10));
    private static final Heading HEADING = new Heading("cancels", Category.MICROSTRUCTURE, "book levels, trades",
            FEATURES);

    private final VisibleBook bids = new VisibleBook(DEPTH, true);
    private final VisibleBook asks = new VisibleBook(DEPTH, false);
    private final HeldAverage bidDepth = new HeldAverage(Window.SEC_10, Window.SEC_10);
    private final HeldAverage askDepth = new HeldAverage(Window.SEC_10, Window.SEC_10);
    private final DecayedSums flows = new DecayedSums(4, Window.SEC_1, Window.SEC_10);
    private double bought;
    private double sold;
    private boolean known;
    private long bidNs = Moment.NEVER;
    private long askNs = Moment.NEVER;

    private static Feature rate(String side) {
        return new Feature(side + "_cancel_rate_10s", "1/s", "S(c) over 10s per second and per time-weighted average of"
                + " Q_10 over 10s; c = what left 10 levels of the " + side
                + "s between two changes of the book, less what"
                + " was traded against them, at least 0", "10s, 2 books").settles(Settling.fading(Window.SEC_10));
    }

    private static Feature replaced(String side) {
        return new Feature(side + "_replaced_share_10s", "ratio", "S(min(c, a)) / S(c) over 10s of the " + side
                + "s, a = what was added to 10 levels in the same change", "10s, c > 0")
                .settles(Settling.fadingRatio(Window.SEC_10));
    }

    private static Feature imbalance(Window window) {
        return new Feature("cancel_imbalance_" + window.label(), "ratio",
                "(S(c of asks) - S(c of bids)) / sum over " + window.label(), window.label() + ", c > 0")
                .settles(Settling.fadingRatio(window));
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        flows.onTime(moment);
        bidDepth.onTime(moment);
        askDepth.onTime(moment);
        if (market.trade) {
            bought += market.tradeBuy ? market.tradeQuantityE8 : 0.0;
            sold += market.tradeBuy ? 0.0 : market.tradeQuantityE8;
        }
        if (!market.synced) {
            bids.forget();
            asks.forget();
        } else if (market.levelsChanged) {
            onLevelsChanged(market, moment);
            bought = 0.0;
            sold = 0.0;
        }
    }

    private void onLevelsChanged(MarketView market, Moment moment) {
        boolean comparable = bids.levels() > 0 && asks.levels() > 0;
        bids.advance(market.bidPricesE8, market.bidQuantitiesE8, market.bidLevels);
        asks.advance(market.askPricesE8, market.askQuantitiesE8, market.askLevels);
        bidDepth.hold(bids.quantity());
        askDepth.hold(asks.quantity());
        if (!comparable) {
            return;
        }
        known = true;
        flows.settle();
        double cancelled = Math.max(0.0, bids.removed() - sold);
        if (cancelled > 0.0) {
            flows.add(BID_CANCELS, cancelled);
            flows.add(BID_REPLACED, Math.min(cancelled, bids.added()));
            bidNs = moment.timeNs;
        }
        cancelled = Math.max(0.0, asks.removed() - bought);
        if (cancelled > 0.0) {
            flows.add(ASK_CANCELS, cancelled);
            flows.add(ASK_REPLACED, Math.min(cancelled, asks.added()));
            askNs = moment.timeNs;
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        Window window = Window.SEC_10;
        boolean warm = known && moment.warm(window);
        Output.set(vector, first, warm,
                flows.sum(BID_CANCELS, window) / (window.seconds() * bidDepth.average(window)));
        Output.set(vector, first + 1, warm,
                flows.sum(ASK_CANCELS, window) / (window.seconds() * askDepth.average(window)));
        Output.set(vector, first + 2, warm && bidNs != Moment.NEVER, moment.recent(bidNs, window),
                flows.ratio(BID_REPLACED, BID_CANCELS, window));
        Output.set(vector, first + 3, warm && askNs != Moment.NEVER, moment.recent(askNs, window),
                flows.ratio(ASK_REPLACED, ASK_CANCELS, window));
        setImbalance(vector, first + 4, Window.SEC_1, moment);
        setImbalance(vector, first + 5, window, moment);
    }

    private void setImbalance(FeatureVector vector, int index, Window window, Moment moment) {
        long lastNs = Math.max(bidNs, askNs);
        // (a - b) / (a + b) from b / a, which may be infinite, but is free of the decay that both share.
        double bidsPerAsks = flows.ratio(BID_CANCELS, ASK_CANCELS, window);
        Output.set(vector, index, lastNs != Moment.NEVER && moment.warm(window), moment.recent(lastNs, window),
                2.0 / (1.0 + bidsPerAsks) - 1.0);
    }

    @Override
    public void reset() {
        bids.forget();
        asks.forget();
        bidDepth.reset();
        askDepth.reset();
        flows.reset();
        bought = 0.0;
        sold = 0.0;
        known = false;
        bidNs = Moment.NEVER;
        askNs = Moment.NEVER;
    }

    @Override
    public long stateHash(long start) {
        long hash = asks.stateHash(bids.stateHash(start));
        hash = flows.stateHash(askDepth.stateHash(bidDepth.stateHash(hash)));
        hash = StateHash.add(hash, bought);
        hash = StateHash.add(hash, sold);
        hash = StateHash.add(hash, known);
        hash = StateHash.add(hash, bidNs);
        return StateHash.add(hash, askNs);
    }
}
