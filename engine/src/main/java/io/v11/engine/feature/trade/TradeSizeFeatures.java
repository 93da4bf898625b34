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
 * How large trades are against those of the last minutes: quantiles from a {@link DecayedHistogram} of 300 s. A trade is
 * large when it exceeds the 0.9 quantile of those before it.
 */
public final class TradeSizeFeatures implements FeatureGroup {
    private static final int MEDIAN = 0;
    private static final int HIGH = 1;
    private static final int VOLUME = 0;
    private static final int LARGE = 1;
    private static final int LARGE_NET = 2;
    private static final int COUNT = 3;
    private static final String HISTOGRAM = "; quantiles z over 300s from bins of an eighth of a power of two";
    private static final Settling FADING_300 = Settling.fadingRatio(Window.SEC_300);
    private static final List<Feature> FEATURES = List.of(
            new Feature("trade_size_rank_300s", "ratio",
                    "share of earlier trades' decayed weight in bins below the last trade's, half its own bin included"
                            + HISTOGRAM,
                    "300s, 2 trades").settles(FADING_300),
            new Feature("trade_size_median_vs_mean_300s", "ratio",
                    "(z_0.5 - a) / (z_0.5 + a), a = S(q) / S(1) over 300s",
                    "300s, a trade").settles(FADING_300),
            new Feature("trade_size_high_vs_median_300s", "ratio", "(z_0.9 - z_0.5) / (z_0.9 + z_0.5)", "300s, a trade")
                    .settles(FADING_300),
            // A trade may be large by a hair and was judged against what was then known: hence the longer memory.
            new Feature("large_trade_share_60s", "ratio",
                    "S(q l) / S(q) over 60s, l = 1 when q > z_0.9 before the trade",
                    "300s, a trade").settles(FADING_300),
            new Feature("large_trade_net_60s", "ratio", "S(s q l) / S(q) over 60s, s the taker's side", "300s, a trade")
                    .settles(FADING_300));
    private static final Heading HEADING = new Heading("trade sizes", Category.MICROSTRUCTURE, "trades", FEATURES);

    private final DecayedHistogram sizes = new DecayedHistogram(Window.SEC_300, 0.5, 0.9);
    private final DecayedSums sums = new DecayedSums(4, Window.SEC_60, Window.SEC_300);
    private double rank = Double.NaN;

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        sizes.onTime(moment);
        sums.onTime(moment);
        if (!market.trade) {
            return;
        }
        double quantity = market.tradeQuantityE8;
        boolean large = !sizes.isEmpty() && quantity > sizes.quantile(HIGH);
        rank = sizes.rank(quantity);
        sums.settle();
        sums.add(VOLUME, quantity);
        sums.add(COUNT, 1.0);
        if (large) {
            sums.add(LARGE, quantity);
            sums.add(LARGE_NET, market.tradeBuy ? quantity : -quantity);
        }
        sizes.add(quantity);
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        boolean warm = !sizes.isEmpty() && moment.warm(Window.SEC_300);
        boolean recent = moment.recent(moment.tradeNs, Window.SEC_300);
        double median = sizes.quantile(MEDIAN);
        Output.set(vector, first, warm, recent, rank);
        Output.set(vector, first + 1, warm, recent,
                Output.contrast(median, sums.ratio(VOLUME, COUNT, Window.SEC_300)));
        Output.set(vector, first + 2, warm, recent, Output.contrast(sizes.quantile(HIGH), median));
        boolean recentMinute = moment.recent(moment.tradeNs, Window.SEC_60);
        Output.set(vector, first + 3, warm, recentMinute, sums.ratio(LARGE, VOLUME, Window.SEC_60));
        Output.set(vector, first + 4, warm, recentMinute, sums.ratio(LARGE_NET, VOLUME, Window.SEC_60));
    }

    @Override
    public void reset() {
        sizes.reset();
        sums.reset();
        rank = Double.NaN;
    }

    @Override
    public long stateHash(long start) {
        long hash = sums.stateHash(sizes.stateHash(start));
        // The bits of a NaN are nobody's promise.
        return StateHash.add(hash, rank == rank ? rank : -1.0);
    }
}
