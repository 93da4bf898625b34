package io.v11.engine.feature.book;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * The visible book behind the best prices: cumulative imbalance, how far and how densely it is filled. All from the
 * levels of one completed change of the book, which may be up to 100 ms older than the top.
 */
public final class DepthFeatures implements FeatureGroup {
    private static final int[] IMBALANCES = {2, 3, 5, 10, 20};
    private static final int[] DISTANCES = {5, 10, 20};
    private static final int DEPTH = 10;
    private static final int MICRO = 5;
    // The levels come with the next change of the book. A book may stand still for ever in theory; a market that lives
    // changes some level far sooner than this.
    private static final Settling NEXT_CHANGE = Settling.after(60_000_000_000L);
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("depth", Category.MICROSTRUCTURE, "book levels", FEATURES);

    private final DepthSide bids = new DepthSide();
    private final DepthSide asks = new DepthSide();
    private boolean known;
    /** Why there are no levels to speak of, or too few. */
    private Invalidity lack = Invalidity.NOT_WARM;

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        for (int depth : IMBALANCES) {
            all.add(new Feature("depth_imbalance_" + depth, "ratio",
                    "(B - A) / (B + A), B and A the quantity of the first " + depth + " levels",
                    depth + " levels a side").from("Cao, Hansch, Wang 2009"));
        }
        all.add(new Feature("depth_imbalance_weighted", "ratio", "the same with q_k / k over all 20 levels seen",
                "1 level a side"));
        all.add(new Feature("depth_micro_gap_spreads", "spreads",
                "(m - mid) / spread, m = (VA B + VB A) / (A + B), V the mean price and A, B the quantity of 5 levels",
                "5 levels a side"));
        for (String side : new String[]{"bid", "ask"}) {
            for (int depth : DISTANCES) {
                all.add(new Feature(side + "_distance_" + depth + "_bps", "bps",
                        "|p_1 - p_" + depth + "| / mid of the book", depth + " levels a side"));
            }
            all.add(new Feature(side + "_gap_ticks", "ticks", "|p_1 - p_2| / tick", "2 levels a side"));
            all.add(new Feature(side + "_top_share_10", "ratio", "q_1 / Q_10", "10 levels a side"));
            all.add(new Feature(side + "_centre_10_bps", "bps",
                    "quantity-weighted mean distance of 10 levels from the best, / mid", "10 levels a side"));
            all.add(new Feature(side + "_shape_10", "ratio", "mean of Q_k / Q_10, k = 1..10", "10 levels a side"));
            all.add(new Feature(side + "_slope_10", "1/spread",
                    "(Q_10 / Q_1 - 1) / (|p_1 - p_10| / spread): growth of depth behind the best", "10 levels a side")
                    .from("Naes, Skjeltorp 2006, one step of 10 levels"));
        }
        all.add(new Feature("centre_asymmetry_10", "ratio", "(ca - cb) / (ca + cb), c the two centres of 10 levels",
                "10 levels a side"));
        for (String side : new String[]{"bid", "ask"}) {
            all.add(new Feature(side + "_convexity_10", "ratio",
                    "(Q_10 - 2 Q_5 + Q_0) / Q_10, Q_0 = 0: above 0 when depth grows away from the best price",
                    "10 levels a side"));
        }
        all.add(new Feature("book_pressure_10", "ratio",
                "(B - A) / (B + A), B and A the sums of q_k / |p_k - mid| over 10 levels", "10 levels a side"));
        return all.stream().map(feature -> feature.settles(NEXT_CHANGE)).toList();
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (market.levelsChanged) {
            bids.measure(market.bidPricesE8, market.bidQuantitiesE8, market.bidLevels);
            asks.measure(market.askPricesE8, market.askQuantitiesE8, market.askLevels);
            known = market.bidLevels > 0 && market.askLevels > 0 && bids.best() < asks.best();
            lack = Invalidity.UNDEFINED;
        } else if (!market.synced) {
            known = false;
            lack = lack == Invalidity.NOT_WARM ? lack : Invalidity.STALE;
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        int levels = known ? Math.min(bids.levels(), asks.levels()) : 0;
        double mid = (bids.best() + asks.best()) * 0.5;
        double spread = asks.best() - bids.best();
        int at = first;
        for (int i = 0; i < IMBALANCES.length; i++) {
            int depth = IMBALANCES[i];
            set(vector, at++, levels >= depth, Output.contrast(bids.quantity(depth), asks.quantity(depth)));
        }
        set(vector, at++, levels >= 1, Output.contrast(bids.weighted(), asks.weighted()));
        set(vector, at++, levels >= MICRO, (micro() - mid) / spread);
        at = writeSide(vector, at, bids, levels, mid, spread, moment.tick);
        at = writeSide(vector, at, asks, levels, mid, spread, moment.tick);
        set(vector, at++, levels >= DEPTH, Output.contrast(asks.centre(DEPTH), bids.centre(DEPTH)));
        set(vector, at++, levels >= DEPTH, bids.convexity(DEPTH));
        set(vector, at++, levels >= DEPTH, asks.convexity(DEPTH));
        set(vector, at, levels >= DEPTH,
                Output.contrast(bids.pressure(DEPTH, spread * 0.5), asks.pressure(DEPTH, spread * 0.5)));
    }

    private void set(FeatureVector vector, int index, boolean enough, double value) {
        if (enough) {
            vector.set(index, value);
        } else {
            vector.invalidate(index, lack);
        }
    }

    private double micro() {
        double bid = bids.best() - bids.centre(MICRO);
        double ask = asks.best() + asks.centre(MICRO);
        double bidQuantity = bids.quantity(MICRO);
        double askQuantity = asks.quantity(MICRO);
        return (ask * bidQuantity + bid * askQuantity) / (bidQuantity + askQuantity);
    }

    private int writeSide(FeatureVector vector, int first, DepthSide side, int levels, double mid,
            double spread, double tick) {
        int at = first;
        for (int i = 0; i < DISTANCES.length; i++) {
            int depth = DISTANCES[i];
            set(vector, at++, levels >= depth, side.distance(depth) / mid * Output.BPS);
        }
        set(vector, at++, levels >= 2, side.distance(2) / tick);
        set(vector, at++, levels >= DEPTH, side.quantity(1) / side.quantity(DEPTH));
        set(vector, at++, levels >= DEPTH, side.centre(DEPTH) / mid * Output.BPS);
        set(vector, at++, levels >= DEPTH, side.shape(DEPTH));
        set(vector, at++, levels >= DEPTH, side.slope(DEPTH, spread));
        return at;
    }

    @Override
    public void reset() {
        known = false;
        lack = Invalidity.NOT_WARM;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(start, known), lack.ordinal());
        return known ? asks.stateHash(bids.stateHash(hash)) : hash;
    }
}
