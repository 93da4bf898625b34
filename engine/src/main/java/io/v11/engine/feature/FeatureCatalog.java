package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Limits;
import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;
import io.v11.ml.Normalisation;

/**
 * The one ordered list of features: position here is position in every vector, matrix and manifest.
 * A feature is added at the end of its group and moves those behind it. Models are bound to the definitions of the features
 * they read, by name: a new feature or another order leaves them alone, another formula or unit makes them refuse to load.
 * {@code docs/features.md} is generated from here.
 */
public final class FeatureCatalog {
    private static final List<FeatureGroup> PROTOTYPES = List.of(groups());
    private static final List<Feature> FEATURES = collect();
    /** Refuses names that stand twice. */
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            FEATURES.stream().map(FeatureCatalog::definition).toList());

    private FeatureCatalog() {
    }

    /** A fresh set of groups, in order: the state of one instrument. */
    static FeatureGroup[] groups() {
        return new FeatureGroup[]{new TopOfBookFeatures(), new QueueFeatures(), new DepthFeatures(),
            new OrderFlowFeatures(), new DepthFlowFeatures(), new TradeFlowFeatures(), new TradePriceFeatures(),
            new RecencyFeatures(), new ReturnFeatures(), new MidMoveFeatures(), new QuoteFeatures(),
            BarFeatures.seconds(), BarFeatures.minutes(), new CalendarFeatures()};
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

    /** Definitions as models are bound to them. */
    public static FeatureSchema schema() {
        return SCHEMA;
    }

    /** Headings with the number of features under each, in order. */
    static List<FeatureGroup> prototypes() {
        return PROTOTYPES;
    }

    /** What of a feature models are bound to. */
    private static FeatureDefinition definition(Feature feature) {
        return new FeatureDefinition(feature.name(), feature.unit(), feature.formula(), Normalisation.NONE);
    }

    private static List<Feature> collect() {
        List<Feature> all = new ArrayList<>();
        for (FeatureGroup group : PROTOTYPES) {
            all.addAll(group.features());
        }
        if (all.size() > Limits.FEATURES) {
            throw new IllegalStateException(
                    "catalogue of " + all.size() + " features exceeds Limits.FEATURES=" + Limits.FEATURES);
        }
        return List.copyOf(all);
    }
}
