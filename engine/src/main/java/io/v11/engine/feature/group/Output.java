package io.v11.engine.feature.group;

import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/** The one way values get into a vector: not warm, stale, not finite, then not valid. Stateless; allocates nothing. */
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

    /** Of a value that keeps standing while nothing happens: once that is no longer recent, it is stale. */
    public static void set(FeatureVector vector, int index, boolean warm, boolean recent, double value) {
        if (warm && !recent) {
            vector.invalidate(index, Invalidity.STALE);
        } else {
            set(vector, index, warm, value);
        }
    }

    /** (a - b) / (a + b) in [-1, 1] for numbers not below 0: compares without scale. */
    public static double contrast(double left, double right) {
        return (left - right) / (left + right);
    }
}
