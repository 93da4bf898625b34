package io.v11.training.data.mirror;

import io.v11.config.ConfigurationException;
import io.v11.ml.FeatureSchema;

/**
 * A {@link Mirror} resolved to positions: the image of feature i is {@code sign(i)} times the value of feature
 * {@code partner(i)}. Immutable; the arrays are handed over.
 */
public final class MirrorImage {
    static final int NONE = -1;

    private final FeatureSchema schema;
    private final int[] partners;
    private final double[] signs;

    MirrorImage(FeatureSchema schema, int[] partners, double[] signs) {
        this.schema = schema;
        this.partners = partners;
        this.signs = signs;
    }

    /** The feature has an image. */
    public boolean has(int feature) {
        return partners[feature] != NONE;
    }

    /** Position whose value the image is made of; refuses a feature without image. */
    public int partner(int feature) {
        if (partners[feature] == NONE) {
            throw new ConfigurationException("feature '" + schema.names().get(feature) + "' has no image in the mirror:"
                    + " name it under mirror in the plan, or hide it from the candidates");
        }
        return partners[feature];
    }

    /** 1 or -1. */
    public double sign(int feature) {
        return signs[feature];
    }
}
