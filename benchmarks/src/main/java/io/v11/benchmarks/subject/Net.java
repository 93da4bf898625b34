package io.v11.benchmarks.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.onnx.NetCall;
import io.v11.training.onnx.OnnxWriter;

/** One perceptron of the shipped shape with seeded weights, served by ONNX Runtime in two ways. Confined to one thread. */
public final class Net implements AutoCloseable {
    /** Largest difference between the two ways, which run the same machine code on the same numbers. */
    private static final float TOLERANCE = 1e-6f;
    private static final int[] WIDTHS = {Forest.FEATURES, 64, 32, 1};

    private final NetCall foreign;
    private final NetCall official;

    public Net() {
        byte[] content = perceptron();
        foreign = NetCall.foreign(content, Forest.FEATURES);
        official = NetCall.official(content, Forest.FEATURES);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < Forest.FEATURES; i++) {
            float value = (float) random.nextDouble(-3, 3);
            foreign.input().put(i, value);
            official.input().put(i, value);
        }
    }

    private static byte[] perceptron() {
        SplittableRandom random = new SplittableRandom(3);
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i < WIDTHS.length - 1; i++) {
            float[] weights = new float[WIDTHS[i] * WIDTHS[i + 1]];
            for (int w = 0; w < weights.length; w++) {
                weights[w] = (float) (random.nextDouble(-1, 1) / Math.sqrt(WIDTHS[i]));
            }
            layers.add(new DenseLayer(weights, new float[WIDTHS[i + 1]]));
        }
        return OnnxWriter.perceptron(new PerceptronWeights(layers));
    }

    /** One call through {@code java.lang.foreign}. */
    public float foreign() {
        return foreign.run();
    }

    /** One call through the official Java interface. */
    public float official() {
        return official.run();
    }

    public boolean isRight(float probability) {
        return probability > 0 && probability < 1 && Math.abs(probability - foreign.run()) <= TOLERANCE;
    }

    @Override
    public void close() {
        foreign.close();
        official.close();
    }
}
