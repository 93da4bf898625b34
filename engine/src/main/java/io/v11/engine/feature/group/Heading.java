package io.v11.engine.feature.group;

import java.util.List;

/**
 * What is said of a group of features.
 *
 * @param name     unique; heading in the documentation
 * @param category what the catalogue counts its features under
 * @param inputs   what it is computed from, e.g. best bid and ask, trades, bars of 1 min
 * @param features in the order in which they are written
 */
public record Heading(String name, Category category, String inputs, List<Feature> features) {
    public Heading {
        features = List.copyOf(features);
    }
}
