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
 * Each trade against the one before it: side, price and time. All sums decay over 60 s. The irregularity of the times is
 * told by their variance against the squared mean, which needs no difference of nearly equal numbers, and by the local
 * variation, which is 1 for a Poisson process whatever its rate does.
 */
public final class TradeSequenceFeatures implements FeatureGroup {
    private static final int SAME_SIDE = 0;
    private static final int COUNT = 1;
    private static final int WITH_MEMORY = 2;
    private static final int MEMORY = 3;
    private static final int BOUNCE = 4;
    private static final int SQUARES = 5;
    private static final int CHANGES = 6;
    private static final int GAP = 7;
    private static final int GAP_SQUARE = 8;
    private static final int VARIATION = 9;
    private static final int VARIATIONS = 10;
    private static final Window MINUTE = Window.SEC_60;
    private static final List<Feature> FEATURES = List.of(
            feature("trade_sign_autocorrelation_60s", "ratio",
                    "S(s s') / S(1), s' the taker's side of the trade before",
                    "2 trades", "Hasbrouck, Ho 1987"),
            feature("trade_sign_memory_60s", "ratio",
                    "S(s m') / S(|m'|), m' = S(s) / S(1) over 10s just before the trade", "2 trades",
                    "Lillo, Farmer 2004"),
            feature("roll_spread_60s_bps", "bps",
                    "2 sqrt(-S(d d') / S(1)), d the trade price's change in bps, d' the change before; not defined when"
                            + " S(d d') > 0",
                    "3 trades", "Roll 1984"),
            feature("trade_bounce_60s", "ratio", "S(d d') / S((d^2 + d'^2) / 2)", "3 trades, a change of price",
                    "Roll 1984"),
            feature("trade_burstiness_60s", "ratio",
                    "(v - m^2) / (v + m^2), m and v mean and variance of the times between trades: -1 regular, 0 Poisson",
                    "2 trades", "Goh, Barabasi 2008, with squares"),
            feature("trade_local_variation_60s", "ratio", "S(3 ((t - t') / (t + t'))^2) / S(1), t the time since the"
                    + " trade before, t' the one before that", "3 trades", "Shinomoto et al. 2003"),
            feature("trade_wait_vs_mean_60s", "ratio", "(w - m) / (w + m), w the time since the last trade", "2 trades",
                    "Engle, Russell 1998, observed mean"));
    private static final Heading HEADING = new Heading("trade sequence", Category.MICROSTRUCTURE, "trades", FEATURES);

    private final DecayedSums sums = new DecayedSums(11, MINUTE, MINUTE);
    private final DecayedSums signs = new DecayedSums(2, Window.SEC_10, Window.SEC_10);
    /** Trades so far, counted to three. */
    private int trades;
    private int lastSign;
    private double lastPrice;
    private double lastChange;
    private double lastGap;
    private long lastNs;

    private static Feature feature(String name, String unit, String formula, String after, String source) {
        return new Feature(name, unit, formula + "; S over 60s", "60s, " + after, source,
                Settling.fadingRatio(MINUTE));
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        sums.onTime(moment);
        signs.onTime(moment);
        // A price of 0 is no price, and would make the next change infinite.
        if (!market.trade || market.tradePriceE8 <= 0) {
            return;
        }
        int sign = market.tradeBuy ? 1 : -1;
        double price = market.tradePriceE8;
        double change = trades > 0 ? (price - lastPrice) / lastPrice * Output.BPS : 0.0;
        double gap = trades > 0 ? (moment.timeNs - lastNs) / 1e9 : 0.0;
        if (trades > 0) {
            sums.settle();
            addPair(sign, gap);
        }
        if (trades > 1) {
            addTriple(change, gap);
        }
        signs.settle();
        signs.add(0, sign);
        signs.add(1, 1.0);
        trades = Math.min(trades + 1, 2);
        lastSign = sign;
        lastPrice = price;
        lastChange = change;
        lastGap = gap;
        lastNs = moment.timeNs;
    }

    private void addPair(int sign, double gap) {
        double memory = signs.ratio(0, 1, Window.SEC_10);
        sums.add(SAME_SIDE, sign * lastSign);
        sums.add(COUNT, 1.0);
        sums.add(WITH_MEMORY, sign * memory);
        sums.add(MEMORY, Math.abs(memory));
        sums.add(GAP, gap);
        sums.add(GAP_SQUARE, gap * gap);
    }

    private void addTriple(double change, double gap) {
        sums.add(BOUNCE, change * lastChange);
        sums.add(SQUARES, (change * change + lastChange * lastChange) * 0.5);
        sums.add(CHANGES, 1.0);
        if (gap + lastGap > 0.0) {
            double contrast = Output.contrast(gap, lastGap);
            sums.add(VARIATION, 3.0 * contrast * contrast);
            sums.add(VARIATIONS, 1.0);
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean warm = trades > 1 && moment.warm(MINUTE);
        boolean recent = warm && moment.recent(lastNs, MINUTE);
        double covariance = sums.ratio(BOUNCE, CHANGES, MINUTE);
        double gap = sums.ratio(GAP, COUNT, MINUTE);
        double wait = (moment.timeNs - lastNs) / 1e9;
        Output.set(vector, first, warm, recent, sums.ratio(SAME_SIDE, COUNT, MINUTE));
        Output.set(vector, first + 1, warm, recent, sums.ratio(WITH_MEMORY, MEMORY, MINUTE));
        Output.set(vector, first + 2, warm, recent, 2.0 * Math.sqrt(0.0 - covariance));
        Output.set(vector, first + 3, warm, recent, sums.ratio(BOUNCE, SQUARES, MINUTE));
        Output.set(vector, first + 4, warm, recent, 1.0 - 2.0 * gap * sums.ratio(GAP, GAP_SQUARE, MINUTE));
        Output.set(vector, first + 5, warm, recent, sums.ratio(VARIATION, VARIATIONS, MINUTE));
        Output.set(vector, first + 6, warm, recent, Output.contrast(wait, gap));
    }

    @Override
    public void reset() {
        sums.reset();
        signs.reset();
        trades = 0;
        lastSign = 0;
        lastPrice = 0.0;
        lastChange = 0.0;
        lastGap = 0.0;
        lastNs = 0L;
    }

    @Override
    public long stateHash(long start) {
        long hash = signs.stateHash(sums.stateHash(start));
        hash = StateHash.add(hash, trades);
        hash = StateHash.add(hash, lastSign);
        hash = StateHash.add(hash, lastPrice);
        hash = StateHash.add(hash, lastChange);
        hash = StateHash.add(hash, lastGap);
        return StateHash.add(hash, lastNs);
    }
}
