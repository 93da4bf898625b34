package io.v11.ml.net.kernel;

import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.StateDigest;
import io.v11.ml.net.StepNet;

/**
 * An LSTM in plain Java that carries its state: a step costs one step, however long the past is. A state of
 * {@code 2 * hidden} numbers for each instrument is allocated at the start. Confined to one thread.
 */
public final class LstmKernel implements StepNet {
    private final int inputs;
    private final int size;
    private final Matrix input;
    private final Matrix recurrence;
    private final float[] head;
    private final float headBias;
    private final float[][] hidden;
    private final float[][] cell;
    private final float[] sums;
    private final float[] candidates;
    private final float[] cellOut;

    public LstmKernel(LstmWeights weights) {
        inputs = weights.inputs();
        size = weights.hidden();
        // The candidates come last here, so that the three gates with a sigmoid lie together.
        input = new Matrix(gate(weights, 0), gate(weights, 1), gate(weights, 3), gate(weights, 2));
        recurrence = new Matrix(recurrent(weights, 0), recurrent(weights, 1), recurrent(weights, 3),
                recurrent(weights, 2));
        head = weights.head().weight().clone();
        headBias = weights.head().bias()[0];
        hidden = new float[Limits.INSTRUMENTS][size];
        cell = new float[Limits.INSTRUMENTS][size];
        sums = new float[LstmWeights.GATES * size];
        candidates = new float[size];
        cellOut = new float[size];
    }

    private static DenseLayer gate(LstmWeights weights, int gate) {
        return new DenseLayer(part(weights.inputWeight(), gate), part(weights.bias(), gate));
    }

    private static DenseLayer recurrent(LstmWeights weights, int gate) {
        return new DenseLayer(part(weights.recurrentWeight(), gate), new float[weights.hidden()]);
    }

    private static float[] part(float[] gates, int gate) {
        int length = gates.length / LstmWeights.GATES;
        return Arrays.copyOfRange(gates, gate * length, (gate + 1) * length);
    }

    @Override
    public String backend() {
        return "Java kernel";
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public double step(int instrument, float[] row) {
        float[] state = hidden[instrument];
        input.apply(row, sums);
        recurrence.add(state, sums);
        System.arraycopy(sums, 3 * size, candidates, 0, size);
        Activations.sigmoid(sums, 3 * size);
        Activations.tanh(candidates, size);
        stepCell(cell[instrument]);
        stepHidden(state);
        return Activations.sigmoid(Matrix.dot(head, headBias, state));
    }

    private void stepCell(float[] memory) {
        for (int j = 0; j < size; j++) {
            memory[j] = sums[size + j] * memory[j] + sums[j] * candidates[j];
        }
        System.arraycopy(memory, 0, cellOut, 0, size);
        Activations.tanh(cellOut, size);
    }

    private void stepHidden(float[] state) {
        for (int j = 0; j < size; j++) {
            state[j] = sums[2 * size + j] * cellOut[j];
        }
    }

    @Override
    public void forget(int instrument) {
        Arrays.fill(hidden[instrument], 0.0f);
        Arrays.fill(cell[instrument], 0.0f);
    }

    @Override
    public long addTo(long hash) {
        long mixed = hash;
        for (int instrument = 0; instrument < Limits.INSTRUMENTS; instrument++) {
            mixed = StateDigest.add(mixed, hidden[instrument], 0, size);
            mixed = StateDigest.add(mixed, cell[instrument], 0, size);
        }
        return mixed;
    }
}
