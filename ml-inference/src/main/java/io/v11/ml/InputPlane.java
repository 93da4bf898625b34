package io.v11.ml;

/** Which numbers of a {@link FeatureVector} a model reads. */
public enum InputPlane {
    /** The values of the features. */
    RAW,
    /** What {@link Normaliser} made of them. */
    NORMALISED
}
