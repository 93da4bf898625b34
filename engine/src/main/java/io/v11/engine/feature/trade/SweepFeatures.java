package io.v11.engine.feature.trade;

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
 * A hint of orders that take several levels at once: of a run of trades on one taker side within 1 ms of its first, the
 * quantity b that went off at prices worse for the taker than the first.
 */
public final class SweepFeatures implements FeatureGroup {
    private static final long RUN_NS = 1_000_000L;
    private static final int SWEPT = 0;
    private static final int VOLUME = 1;
    private static final List<Feature> FEATURES = List.of(
            new Feature("sweep_1s", "ratio",
                    "S(s b) / S(q) over 1s; b = q of a trade at a worse price than the first of its run (one taker side s,"
                            + " 1 ms), else 0",
                    "1s, a trade").settles(Settling.fadingRatio(Window.SEC_1)),
            new Feature("sweep_10s", "ratio", "the same over 10s", "10s, a trade")
                    .settles(Settling.fadingRatio(Window.SEC_10)),
            new Feature("since_sweep", "ln(1+s)", "ln(1 + seconds since b was last above 0), at most 600 s", "a sweep")
                    .settles(Settling.after(Moment.HORIZON_NS)));
    private static final Heading HEADING = new Heading("sweeps", Category.MICROSTRUCTURE, "trades", FEATURES);

    private final DecayedSums sums = new DecayedSums(2, Window.SEC_1, Window.SEC_10);
    private boolean buying;
    private long runNs = Moment.NEVER;
    private long firstPriceE8;
    private long sweepNs = Moment.NEVER;

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        sums.onTime(moment);
        if (!market.trade) {
            return;
        }
        boolean buy = market.tradeBuy;
        if (runNs == Moment.NEVER || buy != buying || moment.timeNs - runNs > RUN_NS) {
            buying = buy;
            runNs = moment.timeNs;
            firstPriceE8 = market.tradePriceE8;
        }
        sums.settle();
        sums.add(VOLUME, market.tradeQuantityE8);
        if (buy ? market.tradePriceE8 > firstPriceE8 : market.tradePriceE8 < firstPriceE8) {
            sums.add(SWEPT, buy ? market.tradeQuantityE8 : -market.tradeQuantityE8);
            sweepNs = moment.timeNs;
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        set(vector, first, Window.SEC_1, moment);
        set(vector, first + 1, Window.SEC_10, moment);
        Output.set(vector, first + 2, moment.ageKnown(sweepNs), moment.age(sweepNs));
    }

    private void set(FeatureVector vector, int index, Window window, Moment moment) {
        Output.set(vector, index, runNs != Moment.NEVER && moment.warm(window),
                moment.recent(moment.tradeNs, window), sums.ratio(SWEPT, VOLUME, window));
    }

    @Override
    public void reset() {
        sums.reset();
        buying = false;
        runNs = Moment.NEVER;
        firstPriceE8 = 0L;
        sweepNs = Moment.NEVER;
    }

    @Override
    public long stateHash(long start) {
        long hash = sums.stateHash(start);
        hash = StateHash.add(hash, buying);
        hash = StateHash.add(hash, runNs);
        hash = StateHash.add(hash, firstPriceE8);
        return StateHash.add(hash, sweepNs);
    }
}
