package io.v11.engine.feature.book;

import java.util.ArrayList;
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
 * Order-flow imbalance at the best prices (Cont, Kukanov, Stoikov, "The Price Impact of Order Book Events", 2014):
 * {@code e = [pb >= pb'] qb - [pb <= pb'] qb' - [pa <= pa'] qa + [pa >= pa'] qa'} per change of the top, summed with
 * decay; once against the flow of either sign, once against the average depth.
 */
public final class OrderFlowFeatures implements FeatureGroup {
    private static final Window[] WINDOWS = {Window.MS_100, Window.SEC_1, Window.SEC_10, Window.SEC_60};
    private static final int NET = 0;
    private static final int GROSS = 1;
    private static final String SOURCE = "Cont, Kukanov, Stoikov 2014";
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("order flow", Category.MICROSTRUCTURE, "best bid and ask",
            FEATURES);

    private final DecayedSums flow = new DecayedSums(2, Window.MS_100, Window.SEC_60);
    private final HeldAverage depth = new HeldAverage(Window.SEC_10, Window.SEC_10);
    /** When the flow was last not 0. */
    private long flowNs = Moment.NEVER;

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        for (Window window : WINDOWS) {
            all.add(new Feature("ofi_" + window.label(), "ratio",
                    "S(e) / S(|e|), S the decayed sum over " + window.label() + ", e the order flow (Cont et al. 2014)",
                    window.label()).from(SOURCE).settles(Settling.fadingRatio(window)));
        }
        for (Window window : WINDOWS) {
            all.add(new Feature("ofi_depth_" + window.label(), "queues",
                    "S(e) over " + window.label() + " / time-weighted average of (qb + qa) / 2 over 10s",
                    longer(window).label()).from(SOURCE).settles(Settling.fading(longer(window))));
        }
        return List.copyOf(all);
    }

    private static Window longer(Window window) {
        return window.timeNs() > Window.SEC_10.timeNs() ? window : Window.SEC_10;
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        flow.onTime(moment);
        depth.onTime(moment);
        if (!moment.topChanged) {
            return;
        }
        depth.hold((moment.bidQuantity + moment.askQuantity) * 0.5);
        if (moment.comparable) {
            double imbalance = of(moment.bid, moment.bidQuantity, moment.bidBefore, moment.bidQuantityBefore)
                    + of(-moment.ask, -moment.askQuantity, -moment.askBefore, -moment.askQuantityBefore);
            if (imbalance != 0.0) {
                flow.settle();
                flow.add(NET, imbalance);
                flow.add(GROSS, Math.abs(imbalance));
                flowNs = moment.timeNs;
            }
        }
    }

    /** One side's part of e: bids as they are; asks with price and quantity negated, which mirrors the rule. */
    private static double of(double price, double quantity, double priceBefore, double quantityBefore) {
        return (price >= priceBefore ? quantity : 0.0) - (price <= priceBefore ? quantityBefore : 0.0);
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        double average = depth.average(Window.SEC_10);
        for (int i = 0; i < WINDOWS.length; i++) {
            Window window = WINDOWS[i];
            Output.set(vector, first + i, flowNs != Moment.NEVER && moment.warm(window),
                    moment.recent(flowNs, window), flow.ratio(NET, GROSS, window));
            Output.set(vector, first + WINDOWS.length + i, moment.warm(window) && moment.warm(Window.SEC_10),
                    flow.sum(NET, window) / average);
        }
    }

    @Override
    public void reset() {
        flow.reset();
        depth.reset();
        flowNs = Moment.NEVER;
    }

    @Override
    public long stateHash(long start) {
        return StateHash.add(depth.stateHash(flow.stateHash(start)), flowNs);
    }
}
