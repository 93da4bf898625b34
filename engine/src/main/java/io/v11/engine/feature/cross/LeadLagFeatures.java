package io.v11.engine.feature.cross;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.shared.CrossMarket;
import io.v11.engine.feature.shared.MarketMemory;
import io.v11.engine.feature.shared.MinutePair;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * What BTC and ETH did that this instrument has not done yet (prices of large markets lead those of small ones: Lo and
 * MacKinlay 1990), and how closely it follows BTC. For BTC itself the leader is ETH, for ETH itself the second leader is
 * BTC. Confined to the feature thread; no state of its own, allocates nothing after construction.
 */
public final class LeadLagFeatures implements FeatureGroup {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long QUARTER_NS = 900 * SECOND_NS;
    private static final String[] LABELS = {"1s", "10s", "60s", "15m"};
    private static final long[] SPANS_NS = {SECOND_NS, 10 * SECOND_NS, 60 * SECOND_NS, QUARTER_NS};
    private static final List<Feature> FEATURES = describe();
    private static final Heading HEADING = new Heading("lead and lag", Category.CROSS_MARKET,
            "prices and minute bars of the instrument, BTC and ETH", FEATURES);

    private final MarketMemory own;
    private final MarketMemory first;
    private final MarketMemory second;
    private final MinutePair hour;
    private final MinutePair halfDay;

    public LeadLagFeatures(FeatureContext context) {
        CrossMarket markets = context.surroundings().markets();
        int id = context.instrument().id();
        own = markets.market(id);
        first = markets.first(id);
        second = markets.second(id);
        hour = markets.hour(id);
        halfDay = markets.halfDay(id);
    }

    private static List<Feature> describe() {
        List<Feature> all = new ArrayList<>();
        lead(all, "lead_btc_", "BTC's (for BTC itself ETH's)");
        lead(all, "lead_eth_", "ETH's (for ETH itself BTC's)");
        pair(all, "60m", CrossMarket.HOUR);
        pair(all, "720m", CrossMarket.HALF_DAY);
        all.add(new Feature("btc_residual_15m_bps", "bps",
                "own return over 15m less btc_beta_720m times BTC's (for BTC itself ETH's)", "720 minutes of both",
                Feature.OWN, Comparison.fading(CrossMarket.HALF_DAY)));
        return List.copyOf(all);
    }

    private static void lead(List<Feature> all, String prefix, String whose) {
        for (int i = 0; i < SPANS_NS.length; i++) {
            all.add(new Feature(prefix + LABELS[i] + "_bps", "bps",
                    whose + " return over " + LABELS[i] + " less the own, of mids, else trades, else bars",
                    LABELS[i] + " of both", "Lo and MacKinlay 1990", Comparison.window(SPANS_NS[i])));
        }
    }

    private static void pair(List<Feature> all, String label, int minutes) {
        String over = " of minute returns, weights exp(-minutes / " + minutes + "); for BTC itself ETH";
        String warmUp = minutes + " minutes of both";
        all.add(new Feature("btc_beta_" + label, "ratio", "cov(own, BTC) / var(BTC)" + over, warmUp, "Sharpe 1963",
                Comparison.fading(minutes)));
        all.add(new Feature("btc_correlation_" + label, "ratio", "correlation of own with BTC" + over, warmUp,
                "Sharpe 1963", Comparison.fading(minutes)));
    }

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        // The surroundings listen for all.
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        int at = first;
        at = writeLead(vector, at, this.first, moment.timeNs);
        at = writeLead(vector, at, second, moment.timeNs);
        at = writePair(vector, at, hour, moment.timeNs);
        at = writePair(vector, at, halfDay, moment.timeNs);
        long commonNs = own.common(this.first, moment.timeNs);
        double residual = own.returnOver(commonNs, QUARTER_NS)
                - halfDay.beta() * this.first.returnOver(commonNs, QUARTER_NS);
        Comparison.write(vector, at, own, this.first, moment.timeNs, QUARTER_NS,
                halfDay.warm() ? residual * Output.BPS : Double.NaN);
    }

    private int writeLead(FeatureVector vector, int index, MarketMemory leader, long nowNs) {
        int at = index;
        long commonNs = own.common(leader, nowNs);
        for (int i = 0; i < SPANS_NS.length; i++) {
            double ahead = leader.returnOver(commonNs, SPANS_NS[i]) - own.returnOver(commonNs, SPANS_NS[i]);
            Comparison.write(vector, at++, own, leader, nowNs, SPANS_NS[i], ahead * Output.BPS);
        }
        return at;
    }

    private int writePair(FeatureVector vector, int index, MinutePair pair, long nowNs) {
        if (first.configured() && pair.warm() && first.minutes().stale(nowNs)) {
            vector.invalidate(index, Invalidity.STALE);
            vector.invalidate(index + 1, Invalidity.STALE);
        } else if (first.configured()) {
            Output.set(vector, index, pair.warm(), pair.beta());
            Output.set(vector, index + 1, pair.warm(), pair.correlation());
        } else {
            vector.invalidate(index, Invalidity.UNDEFINED);
            vector.invalidate(index + 1, Invalidity.UNDEFINED);
        }
        return index + 2;
    }

    @Override
    public void reset() {
        // The surroundings belong to the stage.
    }

    @Override
    public long stateHash(long start) {
        return start;
    }
}
