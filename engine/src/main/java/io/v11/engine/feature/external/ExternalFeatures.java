package io.v11.engine.feature.external;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ExternalSeries;
import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.shared.ExternalValues;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * Readings of the published values. Rates and indices are levels where they stay within bounds, prices are changes; the
 * units keep both of order one, for a value that is published once a day has no recent deviation to be measured by.
 * Confined to the feature thread; no state of its own, allocates nothing after construction.
 */
public final class ExternalFeatures implements FeatureGroup {
    /** Of a percentage, or of an index from 0 to 100. */
    private static final double FRACTION = 0.01;
    /** Funding is paid every 8 hours. */
    private static final double PERIODS_OF_A_YEAR = 3.0 * 365.0;
    private static final double PERCENT = 100.0;
    private static final List<Reading> MARKETS = markets();
    private static final List<Reading> ECONOMY = List.of(
            Reading.level("fear_greed", "fraction", ExternalSeries.FEAR_GREED, FRACTION),
            Reading.difference("fear_greed_change_1", "fraction", ExternalSeries.FEAR_GREED, 1, FRACTION),
            Reading.difference("fear_greed_change_7", "fraction", ExternalSeries.FEAR_GREED, 7, FRACTION),
            Reading.level("funding_btc_yearly", "fraction", ExternalSeries.FUNDING_BTC, PERIODS_OF_A_YEAR),
            Reading.level("policy_rate", "percent", ExternalSeries.DFF, 1.0),
            Reading.difference("policy_rate_change_30", "pp", ExternalSeries.DFF, 30, 1.0),
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
        all.add(Reading.level("vix", "fraction", ExternalSeries.VIX, FRACTION));
        all.add(Reading.difference("vix_change_1", "fraction", ExternalSeries.VIX, 1, FRACTION));
        all.add(Reading.difference("vix_change_5", "fraction", ExternalSeries.VIX, 5, FRACTION));
        all.add(Reading.difference("y10_change_1", "pp", ExternalSeries.Y10, 1, 1.0));
        all.add(Reading.difference("y10_change_5", "pp", ExternalSeries.Y10, 5, 1.0));
        all.add(Reading.level("slope_10y2y", "pp", ExternalSeries.SPREAD_10Y2Y, 1.0));
        all.add(Reading.difference("slope_10y2y_change_5", "pp", ExternalSeries.SPREAD_10Y2Y, 5, 1.0));
        return List.copyOf(all);
    }

    private static void price(List<Reading> all, String prefix, ExternalSeries series) {
        all.add(Reading.change(prefix + "_change_1_percent", "percent", series, 1, PERCENT));
        all.add(Reading.change(prefix + "_change_5_percent", "percent", series, 5, PERCENT));
    }

    /** What its features are made of, in their order; for references. */
    List<Reading> readings() {
        return List.of(readings);
    }

    @Override
    public Heading heading() {
        return new Heading(name, category, "external values, at their publication", features);
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
