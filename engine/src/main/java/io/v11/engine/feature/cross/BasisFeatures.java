package io.v11.engine.feature.cross;

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
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * The perpetual beside spot of the same symbol, whichever of the two the instrument is, and what it costs to hold the
 * perpetual. Confined to the feature thread; no state of its own, allocates nothing after construction.
 */
public final class BasisFeatures implements FeatureGroup {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long QUARTER_NS = 15 * MINUTE_NS;
    private static final double HOUR_NS = 60.0 * MINUTE_NS;
    private static final double E8 = 1e8;
    private static final String VENUE = "Binance, USD-M mark price stream";
    private static final List<Feature> FEATURES = List.of(
            new Feature("basis_bps", "bps", "B = perpetual / spot - 1, mids, of the same symbol", "both",
                    Feature.OWN, Comparison.window(0)),
            new Feature("basis_change_60s_bps", "bps", "B less B of 60s ago", "60s of both", Feature.OWN,
                    Comparison.window(MINUTE_NS)),
            new Feature("basis_change_15m_bps", "bps", "B less B of 15m ago", "15m of both", Feature.OWN,
                    Comparison.window(QUARTER_NS)),
            new Feature("funding_rate_bps", "bps/period", "the perpetual's rate of the present funding period",
                    "a mark price", VENUE, Comparison.window(0)),
            new Feature("funding_due_hours", "h", "time to the end of the perpetual's funding period", "a mark price",
                    VENUE, Comparison.window(0)),
            new Feature("mark_premium_bps", "bps", "mark price / index price - 1 of the perpetual", "a mark price",
                    VENUE, Comparison.window(0)));
    private static final Heading HEADING = new Heading("basis and funding", Category.CROSS_MARKET,
            "prices of spot and perpetual, mark price", FEATURES);

    private final MarketMemory own;
    private final MarketMemory other;
    private final MarketMemory perpetual;
    private final MarketMemory spot;

    public BasisFeatures(FeatureContext context) {
        CrossMarket markets = context.surroundings().markets();
        int id = context.instrument().id();
        own = markets.market(id);
        other = markets.other(id);
        perpetual = markets.perpetual(id);
        spot = perpetual == own ? other : own;
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
        long nowNs = moment.timeNs;
        long commonNs = own.common(other, nowNs);
        double basis = basis(commonNs, 0L);
        Comparison.write(vector, first, own, other, nowNs, 0L, basis);
        Comparison.write(vector, first + 1, own, other, nowNs, MINUTE_NS, basis - basis(commonNs, MINUTE_NS));
        Comparison.write(vector, first + 2, own, other, nowNs, QUARTER_NS, basis - basis(commonNs, QUARTER_NS));
        writeFunding(vector, first + 3, nowNs);
    }

    private double basis(long timeNs, long agoNs) {
        return (perpetual.priceBefore(timeNs, agoNs) / spot.priceBefore(timeNs, agoNs) - 1.0) * Output.BPS;
    }

    private void writeFunding(FeatureVector vector, int index, long nowNs) {
        if (!perpetual.marked()) {
            Invalidity cause = perpetual.configured() ? Invalidity.NOT_WARM : Invalidity.UNDEFINED;
            for (int i = 0; i < 3; i++) {
                vector.invalidate(index + i, cause);
            }
            return;
        }
        long left = perpetual.nextFundingTimeNs() - nowNs;
        if (left < 0) {
            // The period is over: its rate and its end say nothing about the next one.
            vector.invalidate(index, Invalidity.STALE);
            vector.invalidate(index + 1, Invalidity.STALE);
        } else {
            vector.set(index, perpetual.fundingRateE8() / E8 * Output.BPS);
            vector.set(index + 1, left / HOUR_NS);
        }
        if (perpetual.markStale(nowNs)) {
            vector.invalidate(index + 2, Invalidity.STALE);
        } else {
            vector.set(index + 2, perpetual.premium() * Output.BPS);
        }
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
