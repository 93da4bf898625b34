package io.v11.engine.feature.price;

import java.util.ArrayList;
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
import io.v11.ml.FeatureVector;

/**
 * Returns of the mid and their volatility. Realised variance is the decayed sum of squared moves (Andersen, Bollerslev
 * et al. 2001, with exponential weights), given as volatility per square root of a second.
 */
public final class ReturnFeatures implements FeatureGroup {
    private static final Window[] RETURNS = {Window.MS_100, Window.SEC_1, Window.SEC_10, Window.SEC_60};
    private static final Window[] VOLATILITIES = {Window.SEC_1, Window.SEC_10, Window.SEC_60, Window.SEC_300};
    private static final int SQUARES = 0;
    private static final int UP_SQUARES = 1;
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("returns", Category.VOLATILITY_REGIME, "best bid and ask",
            FEATURES);

    private final MidHistory near = new MidHistory(cellNs(Window.SEC_10), Window.MS_100, Window.SEC_1, Window.SEC_10);
    private final MidHistory far = new MidHistory(cellNs(Window.SEC_60), Window.SEC_60);
    private final DecayedSums squares = new DecayedSums(2, Window.SEC_1, Window.SEC_300);

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        Settling minute = Settling.fadingRatio(Window.SEC_60);
        Settling slow = Settling.fadingRatio(Window.SEC_300);
        for (Window window : RETURNS) {
            all.add(new Feature("ret_" + window.label() + "_bps", "bps",
                    "mid / mid of " + window.label() + " ago - 1 (to the " + cellNs(window) / 1_000_000 + " ms)",
                    window.label())
                    .settles(ended(window)));
        }
        for (Window window : VOLATILITIES) {
            // A root leaves the square root of what the sum still owes to its start: it fades half as fast.
            all.add(new Feature("rv_" + window.label(), "bps/sqrt(s)",
                    "sqrt(S(r^2) / window), r the mid's moves in bps, S over " + window.label(), window.label())
                    .from("Andersen, Bollerslev et al. 2001, decayed").settles(Settling.fadingRatio(window)));
        }
        all.add(new Feature("rv_1s_vs_60s", "ratio", "(f - s) / (f + s) of rv over 1s and 60s", "60s, a move")
                .settles(minute));
        all.add(new Feature("rv_10s_vs_300s", "ratio", "(f - s) / (f + s) of rv over 10s and 300s", "300s, a move")
                .settles(slow));
        all.add(new Feature("up_variance_60s", "ratio", "(S(r+^2) - S(r-^2)) / S(r^2) over 60s", "60s, a move")
                .from("Barndorff-Nielsen, Kinnebrock, Shephard 2010, decayed").settles(minute));
        all.add(new Feature("ret_1s_z", "z", "ret_1s / (rv over 60s * sqrt(1 s))", "60s, a move").settles(minute));
        all.add(new Feature("ret_10s_z", "z", "ret_10s / (rv over 300s * sqrt(10 s))", "300s, a move")
                .settles(slow));
        all.add(new Feature("ret_60s_z", "z", "ret_60s / (rv over 300s * sqrt(60 s))", "300s, a move")
                .settles(slow));
        return List.copyOf(all);
    }

    /** The window, and the cell that its start may be in. */
    private static Settling ended(Window window) {
        return Settling.after(window.timeNs() + cellNs(window));
    }

    /** How exactly the time of the mid that a return starts from is kept. */
    private static long cellNs(Window window) {
        return window == Window.SEC_60 ? 100_000_000L : 10_000_000L;
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        near.onTime(moment.timeNs);
        far.onTime(moment.timeNs);
        squares.onTime(moment);
        if (!moment.topChanged) {
            return;
        }
        if (!moment.comparable || moment.midChanged) {
            near.add(moment.timeNs, moment.mid);
            far.add(moment.timeNs, moment.mid);
        }
        if (moment.midChanged) {
            double move = (moment.mid - moment.midBefore) / moment.midBefore * Output.BPS;
            squares.settle();
            squares.add(SQUARES, move * move);
            squares.add(UP_SQUARES, move > 0 ? move * move : 0.0);
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        int at = first;
        for (int i = 0; i < RETURNS.length; i++) {
            double since = since(i, moment);
            Output.set(vector, at++, since == since, moment.top, since);
        }
        for (int i = 0; i < VOLATILITIES.length; i++) {
            Output.set(vector, at++, moment.warm(VOLATILITIES[i]), volatility(VOLATILITIES[i]));
        }
        double minute = volatility(Window.SEC_60);
        double fiveMinutes = volatility(Window.SEC_300);
        boolean moved = moment.moveNs != Moment.NEVER;
        boolean warm60 = moved && moment.warm(Window.SEC_60);
        boolean warm300 = moved && moment.warm(Window.SEC_300);
        boolean recent60 = moment.recent(moment.moveNs, Window.SEC_60);
        boolean recent300 = moment.recent(moment.moveNs, Window.SEC_300);
        Output.set(vector, at++, warm60, recent60, Output.contrast(volatility(Window.SEC_1), minute));
        Output.set(vector, at++, warm300, recent300, Output.contrast(volatility(Window.SEC_10), fiveMinutes));
        Output.set(vector, at++, warm60, recent60, 2.0 * squares.ratio(UP_SQUARES, SQUARES, Window.SEC_60) - 1.0);
        Output.set(vector, at++, warm60, moment.top && recent60, since(1, moment) / minute);
        Output.set(vector, at++, warm300, moment.top && recent300, since(2, moment) / (fiveMinutes * Math.sqrt(10.0)));
        Output.set(vector, at, warm300, moment.top && recent300, since(3, moment) / (fiveMinutes * Math.sqrt(60.0)));
    }

    /** Return over window {@code i} in bps, NaN before there is one. */
    private double since(int i, Moment moment) {
        double before = i < RETURNS.length - 1 ? near.before(i, moment.timeNs) : far.before(0, moment.timeNs);
        return (moment.mid - before) / before * Output.BPS;
    }

    private double volatility(Window window) {
        return Math.sqrt(squares.sum(SQUARES, window) / window.seconds());
    }

    @Override
    public void reset() {
        near.reset();
        far.reset();
        squares.reset();
    }

    @Override
    public long stateHash(long start) {
        return squares.stateHash(far.stateHash(near.stateHash(start)));
    }
}
