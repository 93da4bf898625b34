package io.v11.engine.feature;

import java.util.HashSet;
import java.util.Set;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;

/**
 * Groups that have oracles of their own, because an hour of one random market tells them nothing: they look at days of
 * bars, at other instruments, at the world, at the clock, or at other features.
 */
final class TestedApart {
    private static final Set<String> GROUPS = Set.of("calendar", "sessions", "regime, bars of 1 min",
            "regime, bars of 1 h", "lead and lag", "basis and funding", "market breadth", "other markets",
            "sentiment and economy", "generated");

    private TestedApart() {
    }

    /** The features of these groups. */
    static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (FeatureGroup group : FeatureCatalog.prototypes()) {
            if (GROUPS.contains(group.name())) {
                group.features().stream().map(Feature::name).forEach(names::add);
            }
        }
        return names;
    }
}
