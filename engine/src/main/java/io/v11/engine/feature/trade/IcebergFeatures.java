package io.v11.engine.feature.trade;

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
 * A hint of quantity that rests unseen: while a best price holds, more is traded at it than it shows. T is the decayed
 * sum over 10 s of what was traded at the best price since it is the best, A the time-weighted average over 10 s of what
 * was shown there. Orders that come in anew look the same: a hint, no proof.
 */
public final class IcebergFeatures implements FeatureGroup {
    private static final int HIDDEN = 0;
    private static final int VOLUME = 1;
    private static final List<Feature> FEATURES = List.of(feature("bid"), feature("ask"),
            new Feature("iceberg_net_60s", "ratio",
                    "S(h) / S(q) over 60s; h = the part of a trade at the best price by which T exceeds A, +q at most for"
                            + " sells into the bid, -q for buys from the ask",
                    "60s, a trade").settles(Settling.fadingRatio(Window.SEC_60)));
    private static final Heading HEADING = new Heading("icebergs", Category.MICROSTRUCTURE, "trades, best bid and ask",
            FEATURES);

    private final Level bids = new Level();
    private final Level asks = new Level();
    private final DecayedSums sums = new DecayedSums(2, Window.SEC_60, Window.SEC_60);

    private static Feature feature(String side) {
        return new Feature(side + "_iceberg", "ratio", "(T - A) / (T + A) of the best " + side
                + "; T traded at it (decayed, 10s), A shown at it (average, 10s), both since it is the best", "10s")
                .settles(Settling.fading(Window.SEC_10));
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        sums.onTime(moment);
        bids.onTime(moment);
        asks.onTime(moment);
        if (moment.topChanged) {
            bids.show(moment.comparable && moment.bid == moment.bidBefore, moment.bidQuantity);
            asks.show(moment.comparable && moment.ask == moment.askBefore, moment.askQuantity);
        }
        if (market.trade) {
            double quantity = market.tradeQuantityE8;
            double hidden = 0.0;
            if (moment.top && !market.tradeBuy && market.tradePriceE8 == moment.bid) {
                hidden = bids.trade(quantity);
            } else if (moment.top && market.tradeBuy && market.tradePriceE8 == moment.ask) {
                hidden = -asks.trade(quantity);
            }
            sums.settle();
            sums.add(HIDDEN, hidden);
            sums.add(VOLUME, quantity);
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean warm = bids.known && moment.warm(Window.SEC_10);
        Output.set(vector, first, warm, moment.top, bids.contrast());
        Output.set(vector, first + 1, warm, moment.top, asks.contrast());
        Output.set(vector, first + 2, moment.tradeNs != Moment.NEVER && moment.warm(Window.SEC_60),
                moment.recent(moment.tradeNs, Window.SEC_60), sums.ratio(HIDDEN, VOLUME, Window.SEC_60));
    }

    @Override
    public void reset() {
        bids.reset();
        asks.reset();
        sums.reset();
    }

    @Override
    public long stateHash(long start) {
        return sums.stateHash(asks.stateHash(bids.stateHash(start)));
    }

    /** One best price for as long as it holds. */
    private static final class Level {
        private final DecayedSums traded = new DecayedSums(1, Window.SEC_10, Window.SEC_10);
        private final HeldAverage shown = new HeldAverage(Window.SEC_10, Window.SEC_10);
        private boolean known;

        void onTime(Moment moment) {
            traded.onTime(moment);
            shown.onTime(moment);
        }

        void show(boolean samePrice, double quantity) {
            if (!samePrice) {
                traded.reset();
                shown.reset();
            }
            shown.hold(quantity);
            known = true;
        }

        /** Part of the quantity by which more has now been traded than was shown. */
        double trade(double quantity) {
            traded.settle();
            traded.add(0, quantity);
            double beyond = traded.sum(0, Window.SEC_10) - shown.average(Window.SEC_10);
            return Math.min(Math.max(beyond, 0.0), quantity);
        }

        double contrast() {
            return Output.contrast(traded.sum(0, Window.SEC_10), shown.average(Window.SEC_10));
        }

        void reset() {
            traded.reset();
            shown.reset();
            known = false;
        }

        long stateHash(long start) {
            return StateHash.add(shown.stateHash(traded.stateHash(start)), known);
        }
    }
}
