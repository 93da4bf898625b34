package io.v11.engine.feature.price;

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
 * How far trading moves the price, from one observation per second of event time: r, the move of the mid in bps, x, the
 * quantity bought less sold by takers, v, the quantity traded. Kyle's lambda (1985) is the slope of r on x, by least
 * squares with decaying weights; without intercept, as in the model, which also spares a difference of nearly equal
 * numbers. Amihud's illiquidity (2002) is the mean of |r| / v. Both are given per average second, which frees them of
 * scale. A second begins with the first event in it and lasts until the first event of a later one; it is no
 * observation when the top was not known all along.
 */
public final class ImpactFeatures implements FeatureGroup {
    private static final int CROSS = 0;
    private static final int FLOW_SQUARE = 1;
    private static final int MOVE_SQUARE = 2;
    private static final int VOLUME = 3;
    private static final int COUNT = 4;
    private static final int ILLIQUIDITY = 5;
    private static final int TRADED = 6;
    private static final List<Feature> FEATURES = List.of(
            new Feature("kyle_lambda_300s", "bps", "S(x r) / S(x^2) * S(v) / S(1) over seconds, S over 300s: bps per"
                    + " average second's volume, r the mid's move, x taker buys less sells, v traded",
                    "300s, a second with trades").from("Kyle 1985")
                    .settles(Settling.fadingRatio(Window.SEC_300)),
            new Feature("flow_move_correlation_300s", "ratio", "S(x r) / sqrt(S(x^2) S(r^2)) over the same seconds",
                    "300s, a second with trades, a move").from("Kyle 1985")
                    .settles(Settling.fadingRatio(Window.SEC_300)),
            new Feature("amihud_300s", "bps", "S(|r| / v) / S(1) * S(v) / S(1) over seconds with trades, S over 300s",
                    "300s, a second with trades").from("Amihud 2002")
                    .settles(Settling.fadingRatio(Window.SEC_300)));
    private static final Heading HEADING = new Heading("price impact", Category.MICROSTRUCTURE,
            "trades, best bid and ask", FEATURES);

    private final DecayedSums seconds = new DecayedSums(7, Window.SEC_300, Window.SEC_300);
    private double startMid;
    private double flow;
    private double volume;
    /** The top was known at the start of the second and ever since. */
    private boolean whole;
    private double lastMid;
    private boolean lastTop;
    private long observedNs = Moment.NEVER;

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        seconds.onTime(moment);
        if (moment.newSecond) {
            if (whole) {
                closeSecond(moment.timeNs);
            }
            startMid = lastMid;
            whole = lastTop;
            flow = 0.0;
            volume = 0.0;
        }
        if (market.trade) {
            flow += market.tradeBuy ? market.tradeQuantityE8 : -market.tradeQuantityE8;
            volume += market.tradeQuantityE8;
        }
        lastMid = moment.mid;
        lastTop = moment.top;
        whole &= lastTop;
    }

    private void closeSecond(long timeNs) {
        double move = (lastMid - startMid) / startMid * Output.BPS;
        seconds.settle();
        seconds.add(CROSS, flow * move);
        seconds.add(FLOW_SQUARE, flow * flow);
        seconds.add(MOVE_SQUARE, move * move);
        seconds.add(VOLUME, volume);
        seconds.add(COUNT, 1.0);
        if (volume > 0.0) {
            seconds.add(ILLIQUIDITY, Math.abs(move) / volume);
            seconds.add(TRADED, 1.0);
            observedNs = timeNs;
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        Window window = Window.SEC_300;
        boolean warm = observedNs != Moment.NEVER && moment.warm(window);
        boolean recent = moment.recent(observedNs, window);
        double cross = seconds.ratio(CROSS, FLOW_SQUARE, window);
        double variances = seconds.ratio(MOVE_SQUARE, FLOW_SQUARE, window);
        Output.set(vector, first, warm, recent, cross * seconds.ratio(VOLUME, COUNT, window));
        Output.set(vector, first + 1, warm, recent && moment.recent(moment.moveNs, window),
                cross / Math.sqrt(variances));
        Output.set(vector, first + 2, warm, recent,
                seconds.ratio(ILLIQUIDITY, TRADED, window) * seconds.ratio(VOLUME, TRADED, window));
    }

    @Override
    public void reset() {
        seconds.reset();
        startMid = 0.0;
        flow = 0.0;
        volume = 0.0;
        whole = false;
        lastMid = 0.0;
        lastTop = false;
        observedNs = Moment.NEVER;
    }

    @Override
    public long stateHash(long start) {
        long hash = seconds.stateHash(start);
        hash = StateHash.add(hash, startMid);
        hash = StateHash.add(hash, flow);
        hash = StateHash.add(hash, volume);
        hash = StateHash.add(hash, whole);
        hash = StateHash.add(hash, lastMid);
        hash = StateHash.add(hash, lastTop);
        return StateHash.add(hash, observedNs);
    }
}
