package io.v11.ml.net.kernel;

import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Norm;

/**
 * Normalisation of a step over its width (Ba, Kiros and Hinton 2016): four sums side by side for mean and variance, in a
 * fixed order. Immutable; allocates nothing per call.
 */
final class LayerNorm {
    private final float[] gain;
    private final float[] offset;

    LayerNorm(Norm norm) {
        gain = norm.gain().clone();
        offset = norm.offset().clone();
    }

    void apply(float[] x, float[] normalised) {
        int width = gain.length;
        float mean = sum(x, width) / width;
        for (int i = 0; i < width; i++) {
            normalised[i] = x[i] - mean;
        }
        float variance = sumOfSquares(normalised, width) / width;
        float factor = (float) (1.0 / Math.sqrt(variance + TransformerWeights.EPSILON));
        for (int i = 0; i < width; i++) {
            normalised[i] = normalised[i] * factor * gain[i] + offset[i];
        }
    }

    /** The sum of so many numbers. */
    static float sum(float[] x, int count) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        for (; i < count; i++) {
            s0 += x[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static float sumOfSquares(float[] x, int count) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            s0 += x[i] * x[i];
            s1 += x[i + 1] * x[i + 1];
            s2 += x[i + 2] * x[i + 2];
            s3 += x[i + 3] * x[i + 3];
        }
        for (; i < count; i++) {
            s0 += x[i] * x[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
