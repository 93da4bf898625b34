package io.v11.engine.feature.group;

import io.v11.ml.FeatureVector;

/** The one way values get into a vector: not warm, not finite, then not valid. Stateless; allocates nothing. */
public final class Output {
    /** Basis points in one. */
    public static final double BPS = 10_000.0;

    private Output() {
    }

    public static void set(FeatureVector vector, int index, boolean warm, double value) {
        if (warm) {
            vector.set(index, value);
        } else {
            vector.invalidate(index);
        }
    }

    /** (a - b) / (a + b) in [-1, 1] for numbers not below 0: compares without scale. */
    public static double contrast(double left, double right) {
        return (left - right) / (left + right);
    }
}
