package io.v11.engine.feature.trade;

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
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/** Where trades happen relative to the mid: the last one, and the volume-weighted mean (VWAP) with decay. */
public final class TradePriceFeatures implements FeatureGroup {
    private static final Window[] WINDOWS = {Window.SEC_10, Window.SEC_60, Window.SEC_300};
    private static final int VOLUME = 0;
    private static final int TURNOVER = 1;
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("trade price", Category.MICROSTRUCTURE,
            "trades, best bid and ask", FEATURES);

    private final DecayedSums sums = new DecayedSums(2, Window.SEC_10, Window.SEC_300);
    /** Turnover counts from the first trade's price: differences of nearly equal numbers keep their digits. */
    private double origin;
    private double lastPrice;
    private boolean traded;

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        all.add(new Feature("trade_vs_mid_spreads", "spreads", "(price of the last trade - mid) / spread, within 600 s",
                "a trade").settles(Settling.after(Moment.HORIZON_NS)));
        all.add(new Feature("trade_vs_mid_bps", "bps", "(price of the last trade - mid) / mid, within 600 s",
                "a trade").settles(Settling.after(Moment.HORIZON_NS)));
        for (Window window : WINDOWS) {
            all.add(new Feature("vwap_gap_" + window.label() + "_bps", "bps",
                    "(mid - vwap) / mid, vwap = S(p q) / S(q) over " + window.label(), window.label() + ", a trade")
                    .settles(Settling.fadingRatio(window)));
        }
        return List.copyOf(all);
    }

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
        lastPrice = market.tradePriceE8;
        if (!traded) {
            traded = true;
            origin = lastPrice;
        }
        sums.settle();
        sums.add(VOLUME, market.tradeQuantityE8);
        sums.add(TURNOVER, (lastPrice - origin) * market.tradeQuantityE8);
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean recent = moment.top && moment.recent(moment.tradeNs);
        Output.set(vector, first, traded, recent, (lastPrice - moment.mid) / moment.spread);
        Output.set(vector, first + 1, traded, recent, (lastPrice - moment.mid) / moment.mid * Output.BPS);
        for (int i = 0; i < WINDOWS.length; i++) {
            Window window = WINDOWS[i];
            double vwap = origin + sums.ratio(TURNOVER, VOLUME, window);
            Output.set(vector, first + 2 + i, traded && moment.warm(window),
                    moment.top && moment.recent(moment.tradeNs, window),
                    (moment.mid - vwap) / moment.mid * Output.BPS);
        }
    }

    @Override
    public void reset() {
        sums.reset();
        origin = 0.0;
        lastPrice = 0.0;
        traded = false;
    }

    @Override
    public long stateHash(long start) {
        long hash = sums.stateHash(start);
        hash = StateHash.add(hash, origin);
        hash = StateHash.add(hash, lastPrice);
        return StateHash.add(hash, traded);
    }
}
