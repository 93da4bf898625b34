package io.v11.engine.feature.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Order-flow imbalance of the first 5 and 10 levels, and of the levels 2 to 5 one by one: the rule of {@link OrderFlowFeatures} applied to level k against
 * level k of the book before, summed over the levels (Xu, Gould, Howison, "Multi-Level Order-Flow Imbalance in a Limit
 * Order Book", 2018).
 */
public final class DepthFlowFeatures implements FeatureGroup {
    private static final int[] DEPTHS = {5, 10};
    private static final int DEEPEST = 10;
    private static final Window[] WINDOWS = {Window.MS_100, Window.SEC_1, Window.SEC_10};
    /** Levels told one by one: those behind the best, up to this one. */
    private static final int SINGLE = 5;
    private static final String SOURCE = "Xu, Gould, Howison 2018";
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("depth flow", Category.MICROSTRUCTURE, "book levels", FEATURES);

    /** Net and gross flow for each depth. */
    private final DecayedSums flow = new DecayedSums(2 * DEPTHS.length, Window.MS_100, Window.SEC_10);
    /** Net and gross flow of each of the levels 2 to 5. */
    private final DecayedSums levelFlow = new DecayedSums(2 * (SINGLE - 1), Window.SEC_1, Window.SEC_1);
    /** When the flow was last not 0: of each depth, then of each level. */
    private final long[] flowNs = new long[DEPTHS.length + SINGLE - 1];
    private final long[] bids = new long[DEEPEST];
    private final long[] bidQuantities = new long[DEEPEST];
    private final long[] asks = new long[DEEPEST];
    private final long[] askQuantities = new long[DEEPEST];
    /** Levels that both sides of the book before had; 0 when there is nothing to compare with. */
    private int levelsBefore;

    public DepthFlowFeatures() {
        Arrays.fill(flowNs, Moment.NEVER);
    }

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        for (int depth : DEPTHS) {
            for (Window window : WINDOWS) {
                all.add(new Feature("ofi_" + depth + "_levels_" + window.label(), "ratio",
                        "S(E) / S(|E|) over " + window.label() + ", E = e_1 + ... + e_" + depth
                                + " of the book's levels (Xu et al. 2018)",
                        window.label()).from(SOURCE).settles(Settling.fadingRatio(window)));
            }
        }
        for (int level = 2; level <= SINGLE; level++) {
            all.add(new Feature("ofi_level_" + level + "_1s", "ratio",
                    "S(e_" + level + ") / S(|e_" + level + "|) over 1s", "1s").from(SOURCE)
                    .settles(Settling.fadingRatio(Window.SEC_1)));
        }
        return List.copyOf(all);
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        flow.onTime(moment);
        levelFlow.onTime(moment);
        if (!market.synced) {
            levelsBefore = 0;
            return;
        }
        if (market.levelsChanged) {
            int levels = Math.min(DEEPEST, Math.min(market.bidLevels, market.askLevels));
            if (levelsBefore > 0) {
                onLevelsChanged(market, Math.min(levels, levelsBefore), moment.timeNs);
            }
            System.arraycopy(market.bidPricesE8, 0, bids, 0, levels);
            System.arraycopy(market.bidQuantitiesE8, 0, bidQuantities, 0, levels);
            System.arraycopy(market.askPricesE8, 0, asks, 0, levels);
            System.arraycopy(market.askQuantitiesE8, 0, askQuantities, 0, levels);
            levelsBefore = levels;
        }
    }

    private void onLevelsChanged(MarketView market, int levels, long timeNs) {
        flow.settle();
        levelFlow.settle();
        long sum = 0L;
        int level = 0;
        for (int i = 0; i < DEPTHS.length; i++) {
            for (; level < Math.min(DEPTHS[i], levels); level++) {
                long one = of(market.bidPricesE8[level] - bids[level], market.bidQuantitiesE8[level],
                        bidQuantities[level])
                        - of(asks[level] - market.askPricesE8[level], market.askQuantitiesE8[level],
                                askQuantities[level]);
                sum += one;
                if (one != 0 && level > 0 && level < SINGLE) {
                    levelFlow.add(2 * (level - 1), one);
                    levelFlow.add(2 * (level - 1) + 1, Math.abs(one));
                    flowNs[DEPTHS.length + level - 1] = timeNs;
                }
            }
            if (sum != 0) {
                flow.add(2 * i, sum);
                flow.add(2 * i + 1, Math.abs(sum));
                flowNs[i] = timeNs;
            }
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
                set(vector, at++, flowNs[i], WINDOWS[w], moment, flow.ratio(2 * i, 2 * i + 1, WINDOWS[w]));
            }
        }
        for (int i = 0; i < SINGLE - 1; i++) {
            set(vector, at++, flowNs[DEPTHS.length + i], Window.SEC_1, moment,
                    levelFlow.ratio(2 * i, 2 * i + 1, Window.SEC_1));
        }
    }

    private static void set(FeatureVector vector, int index, long lastNs, Window window, Moment moment,
            double value) {
        Output.set(vector, index, lastNs != Moment.NEVER && moment.warm(window), moment.recent(lastNs, window), value);
    }

    @Override
    public void reset() {
        flow.reset();
        levelFlow.reset();
        Arrays.fill(flowNs, Moment.NEVER);
        levelsBefore = 0;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(levelFlow.stateHash(flow.stateHash(start)), levelsBefore);
        for (int i = 0; i < flowNs.length; i++) {
            hash = StateHash.add(hash, flowNs[i]);
        }
        for (int i = 0; i < levelsBefore; i++) {
            hash = StateHash.add(hash, bids[i]);
            hash = StateHash.add(hash, bidQuantities[i]);
            hash = StateHash.add(hash, asks[i]);
            hash = StateHash.add(hash, askQuantities[i]);
        }
        return hash;
    }
}
