package io.v11.ml.onnx;

import java.util.SplittableRandom;

import io.v11.ml.FeatureVector;

/** Seeded perceptrons for tests, and what they compute by plain loops in a fixed order. */
public final class Perceptrons {
    private Perceptrons() {
    }

    /** Layers of these widths, the first being the number of features and the last 1. */
    public static OnnxFile.Layer[] layers(long seed, int... widths) {
        SplittableRandom random = new SplittableRandom(seed);
        OnnxFile.Layer[] layers = new OnnxFile.Layer[widths.length - 1];
        for (int i = 0; i < layers.length; i++) {
            float[][] weights = new float[widths[i + 1]][widths[i]];
            float[] biases = new float[widths[i + 1]];
            for (int o = 0; o < biases.length; o++) {
                biases[o] = (float) random.nextDouble(-0.1, 0.1);
                for (int in = 0; in < widths[i]; in++) {
                    weights[o][in] = (float) (random.nextDouble(-1, 1) * 2 / Math.sqrt(widths[i]));
                }
            }
            layers[i] = new OnnxFile.Layer(weights, biases);
        }
        return layers;
    }

    /** Log-odds for standardised inputs. */
    static double logit(OnnxFile.Layer[] layers, float[] inputs) {
        float[] values = inputs;
        for (int i = 0; i < layers.length; i++) {
            float[] next = new float[layers[i].biases().length];
            for (int o = 0; o < next.length; o++) {
                float sum = layers[i].biases()[o];
                for (int in = 0; in < values.length; in++) {
                    sum += layers[i].weights()[o][in] * values[in];
                }
                next[o] = i < layers.length - 1 ? Math.max(0.0f, sum) : sum;
            }
            values = next;
        }
        return values[0];
    }

    /** Feature vector with about a tenth invalid. */
    public static FeatureVector vector(SplittableRandom random, int features) {
        FeatureVector vector = new FeatureVector(features);
        for (int i = 0; i < features; i++) {
            vector.set(i, random.nextInt(10) == 0 ? Double.NaN : random.nextDouble(-8, 8));
        }
        return vector;
    }
}
