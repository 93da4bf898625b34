package io.v11.engine.signal.strategy;

import java.util.Arrays;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.engine.signal.strategy.RuleFeature.Reading;
import io.v11.engine.signal.strategy.RuleFeature.Use;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;

/**
 * Counts the votes of V10's features on one length of bar.
 *
 * <pre>
 *   score = sum(weight vote) / sum(|weight|)     over the features of a use that are valid
 * </pre>
 *
 * A feature that is not valid, or whose base is not, abstains. Has no state; allocates nothing after construction.
 */
final class RuleVotes {
    private static final RuleFeature[] ALL = RuleFeature.values();

    private final int[] positions = new int[ALL.length];
    private final RuleFeature[][] byUse = new RuleFeature[Use.values().length][];

    /** @param prefix of the features' names, as in {@code hour} */
    RuleVotes(FeatureSchema schema, String prefix) {
        for (RuleFeature feature : ALL) {
            positions[feature.ordinal()] = schema.indexOf(prefix + '_' + feature.suffix);
        }
        List<String> missing = Arrays.stream(ALL).filter(feature -> positions[feature.ordinal()] < 0)
                .map(feature -> prefix + '_' + feature.suffix).toList();
        if (!missing.isEmpty()) {
            throw new ConfigurationException("signal.rules.bar: " + prefix + " lacks " + missing.size() + " of the "
                    + ALL.length + " features of the rules: " + missing + "; take min or hour");
        }
        for (Use use : Use.values()) {
            byUse[use.ordinal()] = Arrays.stream(ALL).filter(feature -> feature.use == use)
                    .toArray(RuleFeature[]::new);
        }
    }

    /** How many of the features have a value. */
    int valid(FeatureVector vector) {
        int valid = 0;
        for (int position : positions) {
            valid += vector.isValid(position) ? 1 : 0;
        }
        return valid;
    }

    /** Its value as the catalogue defines it; NaN when it has none. */
    double value(FeatureVector vector, RuleFeature feature) {
        int position = positions[feature.ordinal()];
        return vector.isValid(position) ? vector.value(position) : Double.NaN;
    }

    /** Mean of the votes of a use, -1 to 1; NaN when all abstain. */
    double score(FeatureVector vector, Use use) {
        double sum = 0.0;
        double total = 0.0;
        for (RuleFeature feature : byUse[use.ordinal()]) {
            double reading = reading(vector, feature);
            if (reading == reading) {
                sum += feature.weight * feature.vote(reading);
                total += Math.abs(feature.weight);
            }
        }
        return sum / total;
    }

    private double reading(FeatureVector vector, RuleFeature feature) {
        double value = value(vector, feature);
        if (feature.reading == Reading.ALONE) {
            return value;
        }
        double base = value(vector, feature.base);
        return feature.reading == Reading.LESS ? value - base : base > 0.0 ? value / base : Double.NaN;
    }
}
