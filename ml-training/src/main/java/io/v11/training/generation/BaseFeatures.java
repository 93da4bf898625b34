package io.v11.training.generation;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;

/**
 * The features that the first columns of a dataset are, and which of them may be inputs.
 *
 * @param features  in the order of the vector
 * @param eligible  positions of possible inputs
 */
public record BaseFeatures(List<Feature> features, int[] eligible) {
    public BaseFeatures {
        features = List.copyOf(features);
    }

    /**
     * Those of the catalogue that are not generated. Inputs come from book, trades and price moves only: a day of ticks cannot
     * teach what an hour of the day or a state of the world economy means.
     */
    public static BaseFeatures ofCatalog() {
        Predicate<FeatureGroup> ticks = group -> (group.category() == Category.MICROSTRUCTURE
                || group.category() == Category.VOLATILITY_REGIME) && !group.inputs().startsWith("bars");
        List<Boolean> takes = FeatureCatalog.prototypes().stream()
                .flatMap(group -> group.features().stream().map(feature -> ticks.test(group))).toList();
        List<Feature> base = FeatureCatalog.base();
        return new BaseFeatures(base, IntStream.range(0, base.size()).filter(takes::get).toArray());
    }

    /** All may be inputs. */
    public static BaseFeatures all(List<Feature> features) {
        return new BaseFeatures(features, IntStream.range(0, features.size()).toArray());
    }

    /** Those at some positions. */
    List<Feature> at(int[] positions) {
        return IntStream.of(positions).mapToObj(features::get).toList();
    }

    void checkWidth(int columns) {
        if (columns < features.size()) {
            throw new ConfigurationException("generation: the rows have " + columns + " features, the base alone has "
                    + features.size() + "; build the rows with the same catalogue");
        }
    }
}
