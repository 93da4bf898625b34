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
 * What trading cost the takers and what became of it (Huang, Stoll, "Dealer versus Auction Markets", 1996): the effective
 * spread 2 s (p - m) / m, of which the price's move in the taker's favour, 2 s (m' - m) / m, is the part that the makers
 * lose again, and the realised spread, 2 s (p - m') / m, the part they keep. s is the taker's side, p the trade's price,
 * m the mid when it came and m' the mid of a horizon later. Weighted by quantity and decayed over 60 s from when they
 * are known: nothing is said of a trade before its horizon has passed ({@link MaturingTrades}); a trade is dropped when
 * the mid is not known at its time or then.
 */
public final class TradingCostFeatures implements FeatureGroup {
    private static final int EFFECTIVE = 0;
    private static final int TRADED = 1;
    /** Of the short horizon; those of the long one follow. */
    private static final int REALISED = 2;
    private static final int IMPACT = 3;
    private static final int MATURED = 4;
    private static final int LONG = 3;
    private static final int BUY_GAIN = 8;
    private static final int BUY_MATURED = 9;
    private static final int SELL_GAIN = 10;
    private static final int SELL_MATURED = 11;
    private static final String SOURCE = "Huang, Stoll 1996";
    private static final List<Feature> FEATURES = List.of(
            feature("effective_spread_60s_bps",
                    "S(q 2 s (p - m) / m) / S(q) over 60s; s the taker's side, p and q price"
                            + " and quantity of a trade, m the mid when it came",
                    "a trade"),
            feature("realised_spread_1s_bps", "S(q 2 s (p - m') / m) / S(q) over 60s, m' the mid 1 s after the trade",
                    "a trade 1 s ago"),
            feature("price_impact_1s_bps", "S(q 2 s (m' - m) / m) / S(q) over 60s, m' the mid 1 s after the trade",
                    "a trade 1 s ago"),
            feature("realised_spread_10s_bps", "the same with the mid 10 s after the trade", "a trade 10 s ago"),
            feature("price_impact_10s_bps", "the same with the mid 10 s after the trade", "a trade 10 s ago"),
            feature("buy_markout_1s_bps", "S(q (m' - p) / m) / S(q) over 60s of what takers bought, m' 1 s later",
                    "a buy 1 s ago"),
            feature("sell_markout_1s_bps", "S(q (p - m') / m) / S(q) over 60s of what takers sold, m' 1 s later",
                    "a sell 1 s ago"));
    private static final Heading HEADING = new Heading("trading costs", Category.MICROSTRUCTURE,
            "trades, best bid and ask", FEATURES);

    private final MaturingTrades soon = new MaturingTrades(Window.SEC_1.timeNs());
    private final MaturingTrades later = new MaturingTrades(Window.SEC_10.timeNs());
    private final DecayedSums costs = new DecayedSums(12, Window.SEC_60, Window.SEC_60);
    private double lastMid;
    private boolean lastTop;
    private long tradeNs = Moment.NEVER;
    private long buyNs = Moment.NEVER;
    private long sellNs = Moment.NEVER;
    private long laterNs = Moment.NEVER;

    private static Feature feature(String name, String formula, String after) {
        return new Feature(name, "bps", formula, "60s, " + after).from(SOURCE)
                .settles(Settling.fadingRatio(Window.SEC_60));
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        costs.onTime(moment);
        // The mid of a horizon later is the one in force before the event that makes a cell due.
        for (; soon.due(moment.timeNs); soon.drop()) {
            if (lastTop) {
                onSoon(moment.timeNs);
            }
        }
        for (; later.due(moment.timeNs); later.drop()) {
            if (lastTop) {
                mature(later, LONG);
                laterNs = moment.timeNs;
            }
        }
        if (market.trade && moment.top) {
            onTrade(market, moment);
        }
        lastMid = moment.mid;
        lastTop = moment.top;
    }

    private void onSoon(long timeNs) {
        mature(soon, 0);
        if (soon.quantity(true) > 0.0) {
            costs.add(BUY_GAIN, soon.gain(true, lastMid));
            costs.add(BUY_MATURED, soon.quantity(true));
            buyNs = timeNs;
        }
        if (soon.quantity(false) > 0.0) {
            costs.add(SELL_GAIN, -soon.gain(false, lastMid));
            costs.add(SELL_MATURED, soon.quantity(false));
            sellNs = timeNs;
        }
    }

    private void mature(MaturingTrades trades, int horizon) {
        costs.settle();
        costs.add(REALISED + horizon, -2.0 * (trades.gain(true, lastMid) - trades.gain(false, lastMid)));
        costs.add(IMPACT + horizon, 2.0 * (trades.move(true, lastMid) - trades.move(false, lastMid)));
        costs.add(MATURED + horizon, trades.quantity(true) + trades.quantity(false));
    }

    private void onTrade(MarketView market, Moment moment) {
        double quantity = market.tradeQuantityE8;
        double price = market.tradePriceE8;
        double above = (price - moment.mid) / moment.mid;
        costs.settle();
        costs.add(EFFECTIVE, 2.0 * quantity * (market.tradeBuy ? above : -above));
        costs.add(TRADED, quantity);
        tradeNs = moment.timeNs;
        soon.add(moment.timeNs, market.tradeBuy, quantity, price, moment.mid);
        later.add(moment.timeNs, market.tradeBuy, quantity, price, moment.mid);
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        long soonNs = Math.max(buyNs, sellNs);
        set(vector, first, EFFECTIVE, TRADED, tradeNs, moment);
        set(vector, first + 1, REALISED, MATURED, soonNs, moment);
        set(vector, first + 2, IMPACT, MATURED, soonNs, moment);
        set(vector, first + 3, REALISED + LONG, MATURED + LONG, laterNs, moment);
        set(vector, first + 4, IMPACT + LONG, MATURED + LONG, laterNs, moment);
        set(vector, first + 5, BUY_GAIN, BUY_MATURED, buyNs, moment);
        set(vector, first + 6, SELL_GAIN, SELL_MATURED, sellNs, moment);
    }

    private void set(FeatureVector vector, int index, int numerator, int denominator, long lastNs, Moment moment) {
        Output.set(vector, index, lastNs != Moment.NEVER && moment.warm(Window.SEC_60),
                moment.recent(lastNs, Window.SEC_60),
                costs.ratio(numerator, denominator, Window.SEC_60) * Output.BPS);
    }

    @Override
    public void reset() {
        soon.reset();
        later.reset();
        costs.reset();
        lastMid = 0.0;
        lastTop = false;
        tradeNs = Moment.NEVER;
        buyNs = Moment.NEVER;
        sellNs = Moment.NEVER;
        laterNs = Moment.NEVER;
    }

    @Override
    public long stateHash(long start) {
        long hash = costs.stateHash(later.stateHash(soon.stateHash(start)));
        hash = StateHash.add(hash, lastMid);
        hash = StateHash.add(hash, lastTop);
        hash = StateHash.add(hash, tradeNs);
        hash = StateHash.add(hash, buyNs);
        hash = StateHash.add(hash, sellNs);
        return StateHash.add(hash, laterNs);
    }
}
