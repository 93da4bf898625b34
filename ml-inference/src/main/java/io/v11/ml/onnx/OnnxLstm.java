package io.v11.ml.onnx;

import java.nio.FloatBuffer;
import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.StateDigest;
import io.v11.ml.net.StepNet;

/**
 * An LSTM file run a step at a time by ONNX Runtime: the state of an instrument is copied in before a run and out after it.
 * Confined to one thread; allocates nothing per call through the foreign session.
 */
public final class OnnxLstm implements StepNet {
    private final int inputs;
    private final OnnxSession session;
    private final FloatBuffer row;
    private final FloatBuffer hiddenIn;
    private final FloatBuffer cellIn;
    private final FloatBuffer hiddenOut;
    private final FloatBuffer cellOut;
    private final float[][] hidden;
    private final float[][] cell;

    /** @param name of the model, for messages */
    public OnnxLstm(String name, byte[] file) {
        LstmWeights weights = new OnnxWeights(name, file).lstm();
        int size = weights.hidden();
        inputs = weights.inputs();
        session = OnnxSession.open(name, file,
                new OnnxPort[]{new OnnxPort("features", 1, 1, inputs), new OnnxPort("hidden", 1, 1, size),
                    new OnnxPort("cell", 1, 1, size)},
                new OnnxPort[]{new OnnxPort("probability", 1, 1), new OnnxPort("hiddenOut", 1, 1, size),
                    new OnnxPort("cellOut", 1, 1, size)});
        row = session.input(0);
        hiddenIn = session.input(1);
        cellIn = session.input(2);
        hiddenOut = session.output(1);
        cellOut = session.output(2);
        hidden = new float[Limits.INSTRUMENTS][size];
        cell = new float[Limits.INSTRUMENTS][size];
    }

    @Override
    public String backend() {
        return session.backend();
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public double step(int instrument, float[] values) {
        row.put(0, values);
        hiddenIn.put(0, hidden[instrument]);
        cellIn.put(0, cell[instrument]);
        float probability = session.run();
        hiddenOut.get(0, hidden[instrument]);
        cellOut.get(0, cell[instrument]);
        return probability;
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
            mixed = StateDigest.add(mixed, hidden[instrument], 0, hidden[instrument].length);
            mixed = StateDigest.add(mixed, cell[instrument], 0, cell[instrument].length);
        }
        return mixed;
    }

    @Override
    public void close() {
        session.close();
    }
}
