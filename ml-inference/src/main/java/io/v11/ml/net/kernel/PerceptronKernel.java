package io.v11.ml.net.kernel;

import java.util.List;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.StepNet;

/** A perceptron or a logistic regression in plain Java. Its sums have a fixed order. Confined to one thread. */
public final class PerceptronKernel implements StepNet {
    private final int inputs;
    private final Matrix[] hidden;
    private final float[][] values;
    private final float[] head;
    private final float bias;

    public PerceptronKernel(PerceptronWeights weights) {
        List<DenseLayer> layers = weights.layers();
        inputs = weights.inputs();
        hidden = new Matrix[layers.size() - 1];
        values = new float[hidden.length][];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = new Matrix(layers.get(i));
            values[i] = new float[hidden[i].outputs()];
        }
        head = layers.getLast().weight().clone();
        bias = layers.getLast().bias()[0];
    }

    @Override
    public String backend() {
        return "Java kernel";
    }

    @Override
    public int inputs() {
        return inputs;
    }

    /** Log-odds of a row. */
    public float logOdds(float[] row) {
        float[] previous = row;
        for (int i = 0; i < hidden.length; i++) {
            float[] next = values[i];
            hidden[i].apply(previous, next);
            Activations.relu(next, next.length);
            previous = next;
        }
        return Matrix.dot(head, bias, previous);
    }

    @Override
    public double step(int instrument, float[] row) {
        return Activations.sigmoid(logOdds(row));
    }

    @Override
    public void forget(int instrument) {
        // There is nothing to forget.
    }

    @Override
    public long addTo(long hash) {
        return hash;
    }
}
