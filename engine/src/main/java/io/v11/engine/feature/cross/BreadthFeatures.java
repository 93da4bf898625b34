package io.v11.engine.feature.cross;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.shared.CrossMarket;
import io.v11.engine.feature.shared.MarketAggregate;
import io.v11.engine.feature.shared.MarketMemory;
import io.v11.engine.feature.shared.MinuteCloses;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * The market as a whole: ETH against BTC, and over all symbols, each counted once, how many rise, how far they lie apart and
 * how closely they follow BTC. Confined to the feature thread; no state of its own, allocates nothing after construction.
 */
public final class BreadthFeatures implements FeatureGroup {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long QUARTER_NS = 15 * MINUTE_NS;
    private static final String SYMBOLS = "60 minutes of 3 symbols";
    private static final Settling SETTLED = Comparison.window((MarketAggregate.HOUR + 5) * MINUTE_NS);
    private static final List<Feature> FEATURES = List.of(
            new Feature("eth_btc_15m_bps", "bps", "ETH / BTC over that of 15m ago - 1", "15m of both", Feature.OWN,
                    Comparison.window(QUARTER_NS)),
            new Feature("eth_btc_60m_bps", "bps", "ETH / BTC over that of 60 minutes ago - 1, closes of minutes",
                    "60 minutes of both", Feature.OWN, SETTLED),
            new Feature("market_breadth_60m", "share", "share of the symbols whose return over 60 minutes is above 0",
                    SYMBOLS, Feature.OWN, SETTLED),
            new Feature("market_return_60m_bps", "bps", "M = mean over the symbols of their return over 60 minutes",
                    SYMBOLS, Feature.OWN, SETTLED),
            new Feature("market_dispersion_60m_bps", "bps",
                    "standard deviation over the symbols of their return over 60 minutes", SYMBOLS, Feature.OWN,
                    SETTLED),
            new Feature("less_market_60m_bps", "bps", "own return over 60 minutes less M", SYMBOLS, Feature.OWN,
                    SETTLED),
            new Feature("market_correlation_60m", "ratio",
                    "mean over the other symbols of btc_correlation_60m", "60 minutes of BTC and 2 symbols",
                    Feature.OWN, Comparison.fading(CrossMarket.HOUR)));
    private static final Heading HEADING = new Heading("market breadth", Category.CROSS_MARKET,
            "minute bars of all instruments, prices of BTC and ETH", FEATURES);

    private final MarketMemory bitcoin;
    private final MarketMemory ether;
    private final MinuteCloses own;
    private final MarketAggregate aggregate;

    public BreadthFeatures(FeatureContext context) {
        CrossMarket markets = context.surroundings().markets();
        bitcoin = markets.bitcoin();
        ether = markets.ether();
        own = markets.market(context.instrument().id()).minutes();
        aggregate = markets.aggregate();
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
        long commonNs = bitcoin.common(ether, nowNs);
        Comparison.write(vector, first, bitcoin, ether, nowNs, QUARTER_NS,
                ratioChange(bitcoin.returnOver(commonNs, QUARTER_NS), ether.returnOver(commonNs, QUARTER_NS)));
        writeRatioHour(vector, first + 1, nowNs);
        writeAggregate(vector, first + 2, aggregate.known(), nowNs, aggregate.breadth());
        writeAggregate(vector, first + 3, aggregate.known(), nowNs, aggregate.meanReturn() * Output.BPS);
        writeAggregate(vector, first + 4, aggregate.known(), nowNs, aggregate.dispersion() * Output.BPS);
        double hour = own.begun() ? own.returnOver(own.last(), MarketAggregate.HOUR) : Double.NaN;
        writeAggregate(vector, first + 5, aggregate.known() && hour == hour, nowNs,
                (hour - aggregate.meanReturn()) * Output.BPS);
        writeAggregate(vector, first + 6, aggregate.correlationKnown(), nowNs, aggregate.meanCorrelation());
    }

    private void writeRatioHour(FeatureVector vector, int index, long nowNs) {
        MinuteCloses btc = bitcoin.minutes();
        MinuteCloses eth = ether.minutes();
        if (!bitcoin.configured() || !ether.configured()) {
            vector.invalidate(index, Invalidity.UNDEFINED);
        } else if (!btc.begun() || !eth.begun()) {
            vector.invalidate(index);
        } else if (btc.stale(nowNs) || eth.stale(nowNs)) {
            vector.invalidate(index, Invalidity.STALE);
        } else {
            long minute = Math.min(btc.last(), eth.last());
            double change = ratioChange(btc.returnOver(minute, MarketAggregate.HOUR),
                    eth.returnOver(minute, MarketAggregate.HOUR));
            Output.set(vector, index, change == change, change);
        }
    }

    private static double ratioChange(double bitcoinReturn, double etherReturn) {
        return ((1.0 + etherReturn) / (1.0 + bitcoinReturn) - 1.0) * Output.BPS;
    }

    private void writeAggregate(FeatureVector vector, int index, boolean known, long nowNs, double value) {
        if (known && aggregate.stale(nowNs)) {
            vector.invalidate(index, Invalidity.STALE);
        } else {
            Output.set(vector, index, known, value);
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
