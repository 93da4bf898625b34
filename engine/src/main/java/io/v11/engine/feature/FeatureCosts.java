package io.v11.engine.feature;

import java.nio.file.Path;
import java.util.List;

import io.v11.config.YamlBinder;
import io.v11.engine.feature.group.FeatureGroup;

/**
 * What the groups of features cost, as {@code v11 bench features} measured it on some machine:
 * {@code config/feature-costs.yaml}. Features of a group share its state, so each bears an equal part. Immutable; cold
 * path.
 *
 * @param measured date of the measurement
 * @param machine  it was made on
 * @param groups   one each
 */
public record FeatureCosts(String measured, String machine, List<GroupCost> groups) {
    public FeatureCosts {
        groups = List.copyOf(groups);
    }

    /**
     * @param group    name in the catalogue
     * @param features number of its features
     * @param eventNs  mean cost of one market event, vectors written on decisions included
     */
    public record GroupCost(String group, int features, double eventNs) {
    }

    public static FeatureCosts read(Path file) {
        return YamlBinder.read(file, FeatureCosts.class);
    }

    /** ns per market event of one feature of the group; NaN when the group was not measured in its present size. */
    public double featureNs(FeatureGroup group) {
        for (GroupCost cost : groups) {
            if (cost.group.equals(group.name()) && cost.features == group.features().size()) {
                return cost.eventNs / cost.features;
            }
        }
        return Double.NaN;
    }
}
