package io.v11.training.trainer;

import java.util.Arrays;
import java.util.List;

import io.v11.config.ConfigurationException;

/**
 * Which features a model may look at. The model keeps an input for every feature, so that all models are served from one
 * vector; the others are hidden from it while it learns.
 *
 * <p>Patterns are names; {@code *} at the end stands for any ending. A pattern after {@code !} hides what an earlier one
 * showed; when the first pattern hides, or there is none, all are shown to begin with.
 */
final class FeatureSubset {
    private FeatureSubset() {
    }

    /** True for the features that are shown. */
    static boolean[] of(List<String> names, List<String> patterns) {
        boolean[] shown = new boolean[names.size()];
        Arrays.fill(shown, patterns.isEmpty() || patterns.getFirst().startsWith("!"));
        for (String pattern : patterns) {
            boolean hides = pattern.startsWith("!");
            boolean found = false;
            for (int i = 0; i < shown.length; i++) {
                if (matches(names.get(i), hides ? pattern.substring(1) : pattern)) {
                    shown[i] = !hides;
                    found = true;
                }
            }
            if (!found) {
                throw new ConfigurationException("no feature is called '" + pattern + "'; there are: " + names);
            }
        }
        return shown;
    }

    private static boolean matches(String name, String pattern) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
