package io.v11.engine.feature.book;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.feature.group.Category;
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
 * Best bid and ask: imbalance of the two queues, micro-price, spread, and how each compares with its recent average.
 * Queue imbalance is the strongest single predictor of the next mid move (Gould, Bonart 2016).
 */
public final class TopOfBookFeatures implements FeatureGroup {
    private static final Window[] IMBALANCE_WINDOWS = {Window.MS_100, Window.SEC_1, Window.SEC_10};
    private static final Window[] SPREAD_WINDOWS = {Window.SEC_10, Window.SEC_60};
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("top of book", Category.MICROSTRUCTURE, "best bid and ask",
            FEATURES);

    private final HeldAverage imbalances = new HeldAverage(Window.MS_100, Window.SEC_10);
    private final HeldAverage spreads = new HeldAverage(Window.SEC_10, Window.SEC_60);
    private double imbalance;
    private double step;
    private boolean known;
    private boolean stepKnown;

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        all.add(new Feature("l1_imbalance", "ratio", "I = (qb - qa) / (qb + qa) of the best queues", "top")
                .from("Gould, Bonart 2016").settles(Settling.AT_ONCE));
        all.add(new Feature("l1_micro_gap_bps", "bps",
                "(micro - mid) / mid, micro = (pa qb + pb qa) / (qb + qa) (Stoikov 2018, first order)", "top")
                .from("Stoikov 2018").settles(Settling.AT_ONCE));
        all.add(new Feature("spread_bps", "bps", "(pa - pb) / mid", "top").settles(Settling.AT_ONCE));
        all.add(new Feature("spread_ticks", "ticks", "(pa - pb) / tick", "top").settles(Settling.AT_ONCE));
        for (Window window : IMBALANCE_WINDOWS) {
            all.add(new Feature("l1_imbalance_less_avg_" + window.label(), "ratio",
                    "I less its time-weighted average over " + window.label(), window.label())
                    .settles(Settling.fading(window)));
        }
        all.add(new Feature("l1_imbalance_step", "ratio", "I less I before the last change of the top, within 600 s",
                "2 tops").settles(Settling.after(Moment.HORIZON_NS)));
        for (Window window : SPREAD_WINDOWS) {
            all.add(new Feature("spread_vs_avg_" + window.label(), "ratio",
                    "(s - a) / (s + a), a the time-weighted average of the spread s over " + window.label(),
                    window.label()).settles(Settling.fading(window)));
        }
        return List.copyOf(all);
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        imbalances.onTime(moment);
        spreads.onTime(moment);
        if (!moment.topChanged) {
            return;
        }
        double now = (moment.bidQuantity - moment.askQuantity) / (moment.bidQuantity + moment.askQuantity);
        stepKnown = known && moment.comparable;
        step = now - imbalance;
        imbalance = now;
        known = true;
        imbalances.hold(now);
        spreads.hold(moment.spread);
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        int at = first;
        double micro = (moment.ask * moment.bidQuantity + moment.bid * moment.askQuantity)
                / (moment.bidQuantity + moment.askQuantity);
        Output.set(vector, at++, known, moment.top, imbalance);
        Output.set(vector, at++, known, moment.top, (micro - moment.mid) / moment.mid * Output.BPS);
        Output.set(vector, at++, known, moment.top, moment.spread / moment.mid * Output.BPS);
        Output.set(vector, at++, known, moment.top, moment.spread / moment.tick);
        for (int i = 0; i < IMBALANCE_WINDOWS.length; i++) {
            Window window = IMBALANCE_WINDOWS[i];
            Output.set(vector, at++, known && moment.warm(window), moment.top,
                    imbalance - imbalances.average(window));
        }
        Output.set(vector, at++, stepKnown, moment.top && moment.recent(moment.changeNs), step);
        for (int i = 0; i < SPREAD_WINDOWS.length; i++) {
            Window window = SPREAD_WINDOWS[i];
            Output.set(vector, at++, known && moment.warm(window), moment.top,
                    spreads.contrast(window));
        }
    }

    @Override
    public void reset() {
        imbalances.reset();
        spreads.reset();
        imbalance = 0.0;
        step = 0.0;
        known = false;
        stepKnown = false;
    }

    @Override
    public long stateHash(long start) {
        long hash = imbalances.stateHash(start);
        hash = spreads.stateHash(hash);
        hash = StateHash.add(hash, imbalance);
        hash = StateHash.add(hash, step);
        hash = StateHash.add(hash, known);
        return StateHash.add(hash, stepKnown);
    }
}
