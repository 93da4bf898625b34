package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Limits;
import io.v11.engine.feature.bar.BarFeatures;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.oscillator.OscillatorIndicators;
import io.v11.engine.feature.bar.trend.TrendIndicators;
import io.v11.engine.feature.book.CancelFeatures;
import io.v11.engine.feature.book.DepthFeatures;
import io.v11.engine.feature.book.DepthFlowFeatures;
import io.v11.engine.feature.book.OrderFlowFeatures;
import io.v11.engine.feature.book.QueueFeatures;
import io.v11.engine.feature.book.QuoteFeatures;
import io.v11.engine.feature.book.TopOfBookFeatures;
import io.v11.engine.feature.calendar.CalendarFeatures;
import io.v11.engine.feature.calendar.SessionFeatures;
import io.v11.engine.feature.cross.BasisFeatures;
import io.v11.engine.feature.cross.BreadthFeatures;
import io.v11.engine.feature.cross.LeadLagFeatures;
import io.v11.engine.feature.external.ExternalFeatures;
import io.v11.engine.feature.generated.ExpressionList;
import io.v11.engine.feature.generated.GeneratedFeatures;
import io.v11.engine.feature.generated.ResolvedExpressions;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.price.ImpactFeatures;
import io.v11.engine.feature.price.MidMoveFeatures;
import io.v11.engine.feature.price.ReturnFeatures;
import io.v11.engine.feature.regime.RegimeFeatures;
import io.v11.engine.feature.trade.BarFlowFeatures;
import io.v11.engine.feature.trade.ExcitationFeatures;
import io.v11.engine.feature.trade.IcebergFeatures;
import io.v11.engine.feature.trade.RecencyFeatures;
import io.v11.engine.feature.trade.SweepFeatures;
import io.v11.engine.feature.trade.TradeFlowFeatures;
import io.v11.engine.feature.trade.TradePriceFeatures;
import io.v11.engine.feature.trade.TradeSequenceFeatures;
import io.v11.engine.feature.trade.TradeSizeFeatures;
import io.v11.engine.feature.trade.TradingCostFeatures;
import io.v11.engine.feature.trade.VolumeClockFeatures;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;

/**
 * The one ordered list of features: position here is position in every vector, matrix and manifest.
 * A feature is added at the end of its group and moves those behind it; the generated ones stay the last. Models are bound to the definitions of the features
 * they read, by name: a new feature or another order leaves them alone, another formula or unit makes them refuse to load.
 * {@code docs/features.md} is generated from here.
 */
public final class FeatureCatalog {
    private static final FeatureContext NOBODY = new FeatureContext(new Instrument(0, "NOBODY", Instrument.Market.SPOT,
            new Decimal(1), new Decimal(1), new Decimal(0), 0.0, 0.0, new Decimal(1), new Decimal(1)));
    private static final List<BarFeatures> BARS = Arrays.stream(BarLength.values())
            .map(length -> new BarFeatures(length, indicators(length))).toList();
    private static final ResolvedExpressions GENERATED = ExpressionList.shipped().resolve(features(base(NOBODY)));
    private static final List<FeatureGroup> PROTOTYPES = List.of(groups(NOBODY));
    private static final List<Feature> FEATURES = bounded(features(PROTOTYPES));
    /** Refuses names that stand twice. */
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            FEATURES.stream().map(FeatureCatalog::definition).toList());

    private FeatureCatalog() {
    }

    /** A fresh set of groups, in order: the state of one instrument. */
    public static FeatureGroup[] groups(FeatureContext context) {
        List<FeatureGroup> all = new ArrayList<>(base(context));
        all.add(new GeneratedFeatures(GENERATED));
        return all.toArray(FeatureGroup[]::new);
    }

    private static List<FeatureGroup> base(FeatureContext context) {
        return List.of(new TopOfBookFeatures(), new QueueFeatures(), new DepthFeatures(),
                new OrderFlowFeatures(), new DepthFlowFeatures(), new TradeFlowFeatures(), new TradePriceFeatures(),
                new RecencyFeatures(), new ReturnFeatures(), new MidMoveFeatures(), new QuoteFeatures(),
                new CancelFeatures(), new ExcitationFeatures(), new VolumeClockFeatures(), new ImpactFeatures(),
                new TradingCostFeatures(), new SweepFeatures(), new IcebergFeatures(), new TradeSizeFeatures(),
                new TradeSequenceFeatures(), new BarFlowFeatures(),
                bars(BarLength.SECOND), bars(BarLength.MINUTE), bars(BarLength.QUARTER_HOUR), bars(BarLength.HOUR),
                new CalendarFeatures(),
                RegimeFeatures.minutes(), RegimeFeatures.hours(), new SessionFeatures(),
                new LeadLagFeatures(context), new BasisFeatures(context), new BreadthFeatures(context),
                ExternalFeatures.markets(context), ExternalFeatures.economy(context));
    }

    private static BarFeatures bars(BarLength length) {
        return new BarFeatures(BARS.get(length.ordinal()), indicators(length));
    }

    /** Bars of a second are mostly noise, and a quarter of an hour lies between two that are there: few indicators. */
    private static List<Indicator> indicators(BarLength length) {
        boolean few = length == BarLength.SECOND || length == BarLength.QUARTER_HOUR;
        List<Indicator> indicators = new ArrayList<>();
        indicators.addAll(few ? TrendIndicators.few() : TrendIndicators.full());
        indicators.addAll(few ? OscillatorIndicators.few() : OscillatorIndicators.full(length));
        return indicators;
    }

    public static int size() {
        return FEATURES.size();
    }

    /** Names in the order of the vector. */
    public static List<String> names() {
        return SCHEMA.names();
    }

    /** What there is to say about each, in the order of the vector. */
    public static List<Feature> features() {
        return FEATURES;
    }

    /** Those that are computed from the market itself; the generated ones, which are made of these, come behind them. */
    public static List<Feature> base() {
        return FEATURES.subList(0, FEATURES.size() - GENERATED.features().size());
    }

    /** Definitions as models are bound to them. */
    public static FeatureSchema schema() {
        return SCHEMA;
    }

    /** Headings with the number of features under each, in order. */
    public static List<FeatureGroup> prototypes() {
        return PROTOTYPES;
    }

    /** What of a feature models are bound to. */
    private static FeatureDefinition definition(Feature feature) {
        return new FeatureDefinition(feature.name(), feature.unit(), feature.formula(), feature.normalisation());
    }

    private static List<Feature> features(List<FeatureGroup> groups) {
        return groups.stream().flatMap(group -> group.features().stream()).toList();
    }

    private static List<Feature> bounded(List<Feature> all) {
        if (all.size() > Limits.FEATURES) {
            throw new IllegalStateException(
                    "catalogue of " + all.size() + " features exceeds Limits.FEATURES=" + Limits.FEATURES);
        }
        return all;
    }
}
