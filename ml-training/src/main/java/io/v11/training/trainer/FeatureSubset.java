package io.v11.training.trainer;

import java.util.Arrays;
import java.util.List;

import io.v11.config.ConfigurationException;

/**
 * Which features a model may look at. The model keeps an input for every feature, so that all models are served from one
 * vector; the others are hidden from it while it learns.
 */
final class FeatureSubset {
    private FeatureSubset() {
    }

    /** True for the features that a pattern names; {@code *} at the end stands for any ending, no pattern for all. */
    static boolean[] of(List<String> names, List<String> patterns) {
        boolean[] chosen = new boolean[names.size()];
        if (patterns.isEmpty()) {
            Arrays.fill(chosen, true);
        }
        for (String pattern : patterns) {
            boolean found = false;
            for (int i = 0; i < chosen.length; i++) {
                if (matches(names.get(i), pattern)) {
                    chosen[i] = true;
                    found = true;
                }
            }
            if (!found) {
                throw new ConfigurationException("no feature is called '" + pattern + "'; there are: " + names);
            }
        }
        return chosen;
    }

    private static boolean matches(String name, String pattern) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
