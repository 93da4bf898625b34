package io.v11.engine.feature.book;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Order-flow imbalance of the first 5 and 10 levels: the rule of {@link OrderFlowFeatures} applied to level k against
 * level k of the book before, summed over the levels (Xu, Gould, Howison, "Multi-Level Order-Flow Imbalance in a Limit
 * Order Book", 2018).
 */
public final class DepthFlowFeatures implements FeatureGroup {
    private static final int[] DEPTHS = {5, 10};
    private static final int DEEPEST = 10;
    private static final Window[] WINDOWS = {Window.MS_100, Window.SEC_1, Window.SEC_10};
    private static final List<Feature> FEATURES = describe();

    /** Net and gross flow for each depth. */
    private final DecayedSums flow = new DecayedSums(2 * DEPTHS.length, Window.MS_100, Window.SEC_10);
    private final long[] bids = new long[DEEPEST];
    private final long[] bidQuantities = new long[DEEPEST];
    private final long[] asks = new long[DEEPEST];
    private final long[] askQuantities = new long[DEEPEST];
    /** Levels that both sides of the book before had; 0 when there is nothing to compare with. */
    private int levelsBefore;

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        for (int depth : DEPTHS) {
            for (Window window : WINDOWS) {
                all.add(new Feature("ofi_" + depth + "_levels_" + window.label(), "ratio",
                        "S(E) / S(|E|) over " + window.label() + ", E = e_1 + ... + e_" + depth
                                + " of the book's levels (Xu et al. 2018)",
                        window.label()));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public String name() {
        return "depth flow";
    }

    @Override
    public Category category() {
        return Category.MICROSTRUCTURE;
    }

    @Override
    public String inputs() {
        return "book levels";
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        flow.onTime(moment);
        if (!market.synced) {
            levelsBefore = 0;
            return;
        }
        if (market.levelsChanged) {
            int levels = Math.min(DEEPEST, Math.min(market.bidLevels, market.askLevels));
            if (levelsBefore > 0) {
                onLevelsChanged(market, Math.min(levels, levelsBefore));
            }
            System.arraycopy(market.bidPricesE8, 0, bids, 0, levels);
            System.arraycopy(market.bidQuantitiesE8, 0, bidQuantities, 0, levels);
            System.arraycopy(market.askPricesE8, 0, asks, 0, levels);
            System.arraycopy(market.askQuantitiesE8, 0, askQuantities, 0, levels);
            levelsBefore = levels;
        }
    }

    private void onLevelsChanged(MarketView market, int levels) {
        flow.settle();
        long sum = 0L;
        int level = 0;
        for (int i = 0; i < DEPTHS.length; i++) {
            for (; level < Math.min(DEPTHS[i], levels); level++) {
                sum += of(market.bidPricesE8[level] - bids[level], market.bidQuantitiesE8[level],
                        bidQuantities[level]);
                sum -= of(asks[level] - market.askPricesE8[level], market.askQuantitiesE8[level],
                        askQuantities[level]);
            }
            flow.add(2 * i, sum);
            flow.add(2 * i + 1, Math.abs(sum));
        }
    }

    /** One side's part of e_k; mostly the price stayed, and the difference of the quantities is all. */
    private static long of(long improvement, long quantity, long before) {
        if (improvement == 0) {
            return quantity - before;
        }
        return improvement > 0 ? quantity : -before;
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        int at = first;
        for (int i = 0; i < DEPTHS.length; i++) {
            for (int w = 0; w < WINDOWS.length; w++) {
                Output.set(vector, at++, moment.warm(WINDOWS[w]), flow.ratio(2 * i, 2 * i + 1, WINDOWS[w]));
            }
        }
    }

    @Override
    public void reset() {
        flow.reset();
        levelsBefore = 0;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(flow.stateHash(start), levelsBefore);
        for (int i = 0; i < levelsBefore; i++) {
            hash = StateHash.add(hash, bids[i]);
            hash = StateHash.add(hash, bidQuantities[i]);
            hash = StateHash.add(hash, asks[i]);
            hash = StateHash.add(hash, askQuantities[i]);
        }
        return hash;
    }
}
