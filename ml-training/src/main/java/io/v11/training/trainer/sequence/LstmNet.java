package io.v11.training.trainer.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.LstmWeights;

/**
 * The LSTM of {@link LstmWeights} by the library's own operator, which runs the recurrence in native code: ten times faster
 * than the cell written with array operations. The library has two biases, of input and of recurrence; the second is held
 * at 0. Weights begin with deviation 1/sqrt(their inputs), the forget gate's bias with 1 (Jozefowicz et al. 2015).
 */
final class LstmNet implements SequenceNet<LstmWeights> {
    private final int features;
    private final int hidden;
    private final double dropout;
    private final Weights weights;
    private final NDArray input;
    private final NDArray recurrent;
    private final NDArray bias;
    private final NDArray noBias;
    private final NDArray head;
    private final NDArray headBias;

    LstmNet(NDManager manager, DataType type, int features, int hidden, double dropout, Random random) {
        this.features = features;
        this.hidden = hidden;
        this.dropout = dropout;
        weights = new Weights(manager, type, random);
        int gates = LstmWeights.GATES * hidden;
        input = weights.normal(1.0 / Math.sqrt(features), gates, features);
        recurrent = weights.normal(1.0 / Math.sqrt(hidden), gates, hidden);
        bias = weights.add(forgetLittle(), gates);
        noBias = weights.tensor(new float[gates], gates);
        head = weights.normal(1.0 / Math.sqrt(hidden), 1, hidden);
        headBias = weights.constant(0.0f, 1);
    }

    private float[] forgetLittle() {
        float[] values = new float[LstmWeights.GATES * hidden];
        Arrays.fill(values, hidden, 2 * hidden, 1.0f);
        return values;
    }

    @Override
    public List<NDArray> parameters() {
        return weights.all();
    }

    @Override
    public int steps(int length) {
        return length;
    }

    @Override
    public NDArray logits(NDArray inputs, boolean training) {
        long chunks = inputs.getShape().get(0);
        long steps = inputs.getShape().get(1);
        NDArray start = inputs.getManager().zeros(new Shape(1, chunks, hidden), inputs.getDataType());
        NDArray x = Weights.dropout(inputs, dropout, training);
        NDArray states = x.getNDArrayInternal().lstm(x, new NDList(start, start.duplicate()),
                new NDList(input, recurrent, bias, noBias), true, 1, 0.0, training, false, true).get(0);
        return Weights.linear(Weights.dropout(states, dropout, training), head, headBias)
                .reshape(new Shape(chunks, steps));
    }

    @Override
    public LstmWeights weights() {
        return new LstmWeights(features, hidden, Weights.read(input), Weights.read(recurrent), Weights.read(bias),
                new DenseLayer(Weights.read(head), Weights.read(headBias)));
    }
}
