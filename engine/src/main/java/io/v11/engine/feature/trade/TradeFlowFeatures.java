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
import io.v11.engine.feature.group.SignRun;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * The takers: on which side, how much, how often. Signed volume over the longest window is the cumulative volume delta
 * (CVD) that forgets; all sums decay by event time.
 */
public final class TradeFlowFeatures implements FeatureGroup {
    private static final Window[] WINDOWS = Window.values();
    private static final Window[] CVD = {Window.SEC_1, Window.SEC_10, Window.SEC_60};
    private static final int NET_COUNT = 0;
    private static final int COUNT = 1;
    private static final int NET_VOLUME = 2;
    private static final int VOLUME = 3;
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("trade flow", Category.MICROSTRUCTURE, "trades", FEATURES);

    private final DecayedSums trades = new DecayedSums(4, Window.MS_100, Window.SEC_300);
    /** Trades in a row on the taker side of the last one. */
    private final SignRun run = new SignRun();
    private double lastQuantity;

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        Settling minute = Settling.fadingRatio(Window.SEC_60);
        Settling slow = Settling.fadingRatio(Window.SEC_300);
        Settling horizon = Settling.after(Moment.HORIZON_NS);
        for (Window window : WINDOWS) {
            all.add(new Feature("trade_sign_" + window.label(), "ratio",
                    "S(s) / S(1), s = +1 for a buying taker, -1 for a selling one", window.label() + ", a trade")
                    .settles(Settling.fadingRatio(window)));
        }
        for (Window window : WINDOWS) {
            all.add(new Feature("signed_volume_" + window.label(), "ratio", "S(s q) / S(q)",
                    window.label() + ", a trade").settles(Settling.fadingRatio(window)));
        }
        all.add(new Feature("trade_rate_1s", "1/s", "S(1) over 1s per second", "1s")
                .settles(Settling.fading(Window.SEC_1)));
        all.add(new Feature("trade_rate_10s", "1/s", "S(1) over 10s per second", "10s")
                .settles(Settling.fading(Window.SEC_10)));
        all.add(new Feature("trade_rate_1s_vs_60s", "ratio", "(f - s) / (f + s) of the rates over 1s and 60s",
                "60s, a trade").settles(minute));
        all.add(new Feature("trade_rate_10s_vs_300s", "ratio", "(f - s) / (f + s) of the rates over 10s and 300s",
                "300s, a trade").settles(slow));
        all.add(new Feature("volume_10s_vs_300s", "ratio", "the same of traded quantity", "300s, a trade")
                .settles(slow));
        all.add(new Feature("last_trade_sign", "sign", "s of the last trade, within 600 s", "a trade")
                .settles(horizon));
        all.add(new Feature("trade_run", "trades",
                "s times the number of trades in a row on that side, at most 50, within 600 s",
                "a trade").settles(horizon));
        all.add(new Feature("trade_size_vs_avg_60s", "ratio",
                "(q - a) / (q + a), a = S(q) / S(1) over 60s, q of the last trade", "60s, a trade").settles(minute));
        for (Window window : CVD) {
            all.add(new Feature("cvd_" + window.label(), "volumes",
                    "S(s q) over " + window.label() + " / (S(q) over 300s * " + (long) window.seconds()
                            + " / 300): net volume in average volumes of that time",
                    "300s, a trade").settles(slow));
        }
        return List.copyOf(all);
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        trades.onTime(moment);
        run.onTime(moment.timeNs);
        if (!market.trade) {
            return;
        }
        int sign = market.tradeBuy ? 1 : -1;
        double quantity = market.tradeQuantityE8;
        trades.settle();
        trades.add(NET_COUNT, sign);
        trades.add(COUNT, 1.0);
        trades.add(NET_VOLUME, sign * quantity);
        trades.add(VOLUME, quantity);
        run.add(moment.timeNs, sign);
        lastQuantity = quantity;
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean traded = run.sign() != 0;
        for (int i = 0; i < WINDOWS.length; i++) {
            Window window = WINDOWS[i];
            boolean warm = traded && moment.warm(window);
            boolean recent = moment.recent(moment.tradeNs, window);
            Output.set(vector, first + i, warm, recent, trades.ratio(NET_COUNT, COUNT, window));
            Output.set(vector, first + WINDOWS.length + i, warm, recent, trades.ratio(NET_VOLUME, VOLUME, window));
        }
        int at = first + 2 * WINDOWS.length;
        Output.set(vector, at++, moment.warm(Window.SEC_1), rate(COUNT, Window.SEC_1));
        Output.set(vector, at++, moment.warm(Window.SEC_10), rate(COUNT, Window.SEC_10));
        boolean minute = traded && moment.warm(Window.SEC_60);
        boolean recentMinute = moment.recent(moment.tradeNs, Window.SEC_60);
        Output.set(vector, at++, minute, recentMinute,
                Output.contrast(rate(COUNT, Window.SEC_1), rate(COUNT, Window.SEC_60)));
        boolean warm = traded && moment.warm(Window.SEC_300);
        boolean recent = moment.recent(moment.tradeNs, Window.SEC_300);
        double slow = rate(VOLUME, Window.SEC_300);
        Output.set(vector, at++, warm, recent,
                Output.contrast(rate(COUNT, Window.SEC_10), rate(COUNT, Window.SEC_300)));
        Output.set(vector, at++, warm, recent, Output.contrast(rate(VOLUME, Window.SEC_10), slow));
        Output.set(vector, at++, traded, moment.recent(moment.tradeNs), run.sign());
        Output.set(vector, at++, traded, moment.recent(moment.tradeNs), run.signed());
        Output.set(vector, at++, minute, recentMinute,
                Output.contrast(lastQuantity, trades.ratio(VOLUME, COUNT, Window.SEC_60)));
        for (int i = 0; i < CVD.length; i++) {
            Output.set(vector, at++, warm, recent, rate(NET_VOLUME, CVD[i]) / slow);
        }
    }

    private double rate(int channel, Window window) {
        return trades.sum(channel, window) / window.seconds();
    }

    @Override
    public void reset() {
        trades.reset();
        run.reset();
        lastQuantity = 0.0;
    }

    @Override
    public long stateHash(long start) {
        long hash = run.stateHash(trades.stateHash(start));
        return StateHash.add(hash, lastQuantity);
    }
}
