package io.v11.training.data.mirror;

import java.util.Arrays;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.ml.FeatureSchema;

/**
 * How features look in a mirror in which rising prices fall and bids are asks. No trader would say that imbalances and
 * trades mean something else upwards than downwards; a model that is shown every row both ways cannot learn the trend of
 * the hours it was trained on, and sees twice as much of everything else. {@code MirrorTest} replays a mirrored market
 * and compares.
 *
 * <p>Patterns are names; {@code *} at the end stands for any ending. A feature that nothing names has no image, and models
 * that are trained both ways may not read it.
 *
 * @param odd     features that change sign
 * @param even    features that stay
 * @param swapped pairs that change places
 */
public record Mirror(List<String> odd, List<String> even, List<Swap> swapped) {
    /** Names nothing: rows are shown as they are only. */
    public static final Mirror NONE = new Mirror(List.of(), List.of(), List.of());

    /** Two features, each the other's image; in both {@code *} must stand for the same ending. */
    public record Swap(String bid, String ask) {
    }

    public Mirror {
        odd = List.copyOf(odd);
        even = List.copyOf(even);
        swapped = List.copyOf(swapped);
    }

    /** True when rows are shown both ways. */
    public boolean present() {
        return !odd.isEmpty() || !even.isEmpty() || !swapped.isEmpty();
    }

    /** Where the features of a schema find their images. */
    public MirrorImage image(FeatureSchema schema) {
        int[] partners = new int[schema.size()];
        Arrays.fill(partners, MirrorImage.NONE);
        double[] signs = new double[schema.size()];
        odd.forEach(pattern -> name(schema, pattern, -1.0, partners, signs));
        even.forEach(pattern -> name(schema, pattern, 1.0, partners, signs));
        for (Swap swap : swapped) {
            swap(schema, swap, partners, signs);
        }
        return new MirrorImage(schema, partners, signs);
    }

    private static void name(FeatureSchema schema, String pattern, double sign, int[] partners, double[] signs) {
        boolean found = false;
        for (int i = 0; i < schema.size(); i++) {
            if (matches(schema.names().get(i), pattern)) {
                set(schema, i, i, sign, partners, signs);
                found = true;
            }
        }
        requireFound(found, pattern);
    }

    private static void swap(FeatureSchema schema, Swap swap, int[] partners, double[] signs) {
        boolean found = false;
        for (int i = 0; i < schema.size(); i++) {
            String name = schema.names().get(i);
            if (matches(name, swap.bid)) {
                int other = schema.indexOf(swap.bid.endsWith("*")
                        ? stem(swap.ask) + name.substring(stem(swap.bid).length())
                        : swap.ask);
                requireFound(other >= 0, swap.ask);
                set(schema, i, other, 1.0, partners, signs);
                set(schema, other, i, 1.0, partners, signs);
                found = true;
            }
        }
        requireFound(found, swap.bid);
    }

    private static void set(FeatureSchema schema, int feature, int image, double sign, int[] partners,
            double[] signs) {
        if (partners[feature] != MirrorImage.NONE) {
            throw new ConfigurationException("mirror: feature '" + schema.names().get(feature)
                    + "' is named twice; it is odd, even or swapped, and one of them once");
        }
        partners[feature] = image;
        signs[feature] = sign;
    }

    private static boolean matches(String name, String pattern) {
        return pattern.endsWith("*") ? name.startsWith(stem(pattern)) : name.equals(pattern);
    }

    private static String stem(String pattern) {
        return pattern.substring(0, pattern.length() - 1);
    }

    private static void requireFound(boolean found, String pattern) {
        if (!found) {
            throw new ConfigurationException("mirror: no feature is called '" + pattern
                    + "'; `v11 features list` shows those there are");
        }
    }
}
