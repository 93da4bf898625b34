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
import io.v11.ml.FeatureVector;

/**
 * The two best queues one by one: how large against their average, how fast they are eaten up and refilled.
 * A queue that loses its price counts as eaten up whole, a new best price as refilled whole; the four flows are the
 * parts of order-flow imbalance (Cont, Kukanov, Stoikov 2014).
 */
public final class QueueFeatures implements FeatureGroup {
    private static final String[] FLOWS = {"bid_depletion", "bid_refill", "ask_depletion", "ask_refill"};
    private static final int BID_DEPLETION = 0;
    private static final int BID_REFILL = 1;
    private static final int ASK_DEPLETION = 2;
    private static final int ASK_REFILL = 3;
    private static final Window[] WINDOWS = {Window.SEC_1, Window.SEC_10};
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("queues", Category.MICROSTRUCTURE, "best bid and ask", FEATURES);

    private final HeldAverage bids = new HeldAverage(Window.SEC_1, Window.SEC_10);
    private final HeldAverage asks = new HeldAverage(Window.SEC_1, Window.SEC_10);
    private final DecayedSums flows = new DecayedSums(FLOWS.length, Window.SEC_1, Window.SEC_10);

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        for (String side : new String[]{"bid", "ask"}) {
            for (Window window : WINDOWS) {
                all.add(new Feature(side + "_queue_vs_avg_" + window.label(), "ratio",
                        "(q - a) / (q + a), a the time-weighted average of the best " + side + " queue q over "
                                + window.label(),
                        window.label()).settles(Settling.fading(window)));
            }
        }
        for (String flow : FLOWS) {
            String side = flow.substring(0, 3);
            for (Window window : WINDOWS) {
                all.add(new Feature(flow + "_" + window.label(), "queues/s",
                        "decayed sum of what the best " + side + " queue "
                                + (flow.endsWith("depletion") ? "lost" : "gained") + " over " + window.label()
                                + ", per second and per average " + side + " queue over 10s",
                        "10s").from("Cont, Kukanov, Stoikov 2014, its parts").settles(Settling.fading(Window.SEC_10)));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        bids.onTime(moment);
        asks.onTime(moment);
        flows.onTime(moment);
        if (!moment.topChanged) {
            return;
        }
        bids.hold(moment.bidQuantity);
        asks.hold(moment.askQuantity);
        if (moment.comparable) {
            flows.settle();
            addFlow(BID_DEPLETION, BID_REFILL, moment.bid - moment.bidBefore, moment.bidQuantity,
                    moment.bidQuantityBefore);
            addFlow(ASK_DEPLETION, ASK_REFILL, moment.askBefore - moment.ask, moment.askQuantity,
                    moment.askQuantityBefore);
        }
    }

    /** @param improvement above 0 when the price became better for the side's owner of priority */
    private void addFlow(int depletion, int refill, double improvement, double quantity, double before) {
        if (improvement > 0) {
            flows.add(refill, quantity);
        } else if (improvement < 0) {
            flows.add(depletion, before);
        } else if (quantity > before) {
            flows.add(refill, quantity - before);
        } else {
            flows.add(depletion, before - quantity);
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        int at = first;
        for (int i = 0; i < WINDOWS.length; i++) {
            Output.set(vector, at + i, moment.warm(WINDOWS[i]), moment.top, bids.contrast(WINDOWS[i]));
            Output.set(vector, at + WINDOWS.length + i, moment.warm(WINDOWS[i]), moment.top,
                    asks.contrast(WINDOWS[i]));
        }
        at += 2 * WINDOWS.length;
        boolean warm = moment.warm(Window.SEC_10);
        double bid = bids.average(Window.SEC_10);
        double ask = asks.average(Window.SEC_10);
        for (int flow = 0; flow < FLOWS.length; flow++) {
            double queue = flow < ASK_DEPLETION ? bid : ask;
            for (int i = 0; i < WINDOWS.length; i++) {
                Output.set(vector, at++, warm, flows.sum(flow, WINDOWS[i]) / (WINDOWS[i].seconds() * queue));
            }
        }
    }

    @Override
    public void reset() {
        bids.reset();
        asks.reset();
        flows.reset();
    }

    @Override
    public long stateHash(long start) {
        return flows.stateHash(asks.stateHash(bids.stateHash(start)));
    }
}
