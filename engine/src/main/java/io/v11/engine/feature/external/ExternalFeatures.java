package io.v11.engine.feature.external;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ExternalSeries;
import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.shared.ExternalValues;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * Readings of the published values. Rates and indices are levels where they stay within bounds, prices are changes.
 * Confined to the feature thread; no state of its own, allocates nothing after construction.
 */
public final class ExternalFeatures implements FeatureGroup {
    private static final double BPS = 10_000.0;
    private static final double PERCENT = 100.0;
    private static final List<Reading> MARKETS = markets();
    private static final List<Reading> ECONOMY = List.of(
            Reading.level("fear_greed", "0..100", ExternalSeries.FEAR_GREED, 1.0),
            Reading.difference("fear_greed_change_1", "points", ExternalSeries.FEAR_GREED, 1, 1.0),
            Reading.difference("fear_greed_change_7", "points", ExternalSeries.FEAR_GREED, 7, 1.0),
            Reading.level("funding_btc_daily_bps", "bps/8h", ExternalSeries.FUNDING_BTC, BPS),
            Reading.level("policy_rate", "percent", ExternalSeries.DFF, 1.0),
            Reading.difference("policy_rate_change_30_bps", "bps", ExternalSeries.DFF, 30, PERCENT),
            Reading.change("cpi_change_12_percent", "percent", ExternalSeries.CPI, 12, PERCENT),
            Reading.change("gdp_change_4_percent", "percent", ExternalSeries.GDP, 4, PERCENT),
            Reading.level("unemployment", "percent", ExternalSeries.UNRATE, 1.0),
            Reading.difference("unemployment_change_12", "pp", ExternalSeries.UNRATE, 12, 1.0));

    private final String name;
    private final Category category;
    private final Reading[] readings;
    private final List<Feature> features;
    private final ExternalValues values;

    private ExternalFeatures(String name, Category category, List<Reading> readings, FeatureContext context) {
        this.name = name;
        this.category = category;
        this.readings = readings.toArray(Reading[]::new);
        this.features = readings.stream().map(Reading::feature).toList();
        this.values = context.surroundings().external();
    }

    /** Stocks, volatility, the dollar, commodities, treasuries. */
    public static ExternalFeatures markets(FeatureContext context) {
        return new ExternalFeatures("other markets", Category.CROSS_MARKET, MARKETS, context);
    }

    /** Sentiment, policy, prices, output, work. */
    public static ExternalFeatures economy(FeatureContext context) {
        return new ExternalFeatures("sentiment and economy", Category.SENTIMENT_MACRO_CALENDAR, ECONOMY, context);
    }

    private static List<Reading> markets() {
        List<Reading> all = new ArrayList<>();
        price(all, "spx", ExternalSeries.SPX);
        price(all, "ndx", ExternalSeries.NDX);
        price(all, "gold", ExternalSeries.GOLD);
        price(all, "oil", ExternalSeries.OIL);
        price(all, "dxy", ExternalSeries.DXY);
        price(all, "eurusd", ExternalSeries.EURUSD);
        all.add(Reading.level("vix", "points", ExternalSeries.VIX, 1.0));
        all.add(Reading.difference("vix_change_1", "points", ExternalSeries.VIX, 1, 1.0));
        all.add(Reading.difference("vix_change_5", "points", ExternalSeries.VIX, 5, 1.0));
        all.add(Reading.difference("y10_change_1_bps", "bps", ExternalSeries.Y10, 1, PERCENT));
        all.add(Reading.difference("y10_change_5_bps", "bps", ExternalSeries.Y10, 5, PERCENT));
        all.add(Reading.level("slope_10y2y", "pp", ExternalSeries.SPREAD_10Y2Y, 1.0));
        all.add(Reading.difference("slope_10y2y_change_5_bps", "bps", ExternalSeries.SPREAD_10Y2Y, 5, PERCENT));
        return List.copyOf(all);
    }

    private static void price(List<Reading> all, String prefix, ExternalSeries series) {
        all.add(Reading.change(prefix + "_change_1_bps", "bps", series, 1, BPS));
        all.add(Reading.change(prefix + "_change_5_bps", "bps", series, 5, BPS));
    }

    /** What its features are made of, in their order; for references. */
    List<Reading> readings() {
        return List.of(readings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public String inputs() {
        return "external values, at their publication";
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        // The surroundings hear of publications.
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        for (int i = 0; i < readings.length; i++) {
            Reading reading = readings[i];
            if (!values.known(reading.series(), reading.back())) {
                vector.invalidate(first + i);
            } else if (values.stale(reading.series(), moment.timeNs)) {
                vector.invalidate(first + i, Invalidity.STALE);
            } else {
                vector.set(first + i, reading.of(values));
            }
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
