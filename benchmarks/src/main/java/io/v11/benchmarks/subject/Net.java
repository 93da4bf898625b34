package io.v11.benchmarks.subject;

import java.util.SplittableRandom;

import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.kernel.PerceptronKernel;
import io.v11.ml.onnx.BareCall;
import io.v11.ml.onnx.NetCall;
import io.v11.training.onnx.OnnxWriter;

/**
 * One perceptron of the shipped shape with seeded weights, served by ONNX Runtime in three ways and by the Java kernel.
 * Confined to one thread.
 */
public final class Net implements AutoCloseable {
    /** Largest difference between the ways. */
    private static final float TOLERANCE = 1e-6f;
    private static final int[] WIDTHS = {Forest.FEATURES, 64, 32, 1};

    private final NetCall foreign;
    private final NetCall official;
    private final BareCall bare;
    private final PerceptronKernel kernel;
    private final float[] row = new float[Forest.FEATURES];

    public Net() {
        PerceptronWeights weights = new SeededWeights(3).perceptron(WIDTHS);
        byte[] content = OnnxWriter.perceptron(weights);
        foreign = NetCall.foreign(content, Forest.FEATURES);
        official = NetCall.official(content, Forest.FEATURES);
        bare = new BareCall(content, Forest.FEATURES);
        kernel = new PerceptronKernel(weights);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < Forest.FEATURES; i++) {
            float value = (float) random.nextDouble(-3, 3);
            foreign.input().put(i, value);
            official.input().put(i, value);
            bare.input(i, value);
            row[i] = value;
        }
    }

    /** One call through {@code java.lang.foreign}. */
    public float foreign() {
        return foreign.run();
    }

    /** One call through the official Java interface. */
    public float official() {
        return official.run();
    }

    /** Nothing but the call that both others must make. */
    public float bare() {
        return bare.run();
    }

    /** The Java kernel. */
    public float kernel() {
        return (float) kernel.step(0, row);
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
