package io.v11.ml.onnx;

import java.nio.FloatBuffer;

import io.v11.config.Limits;
import io.v11.ml.ModelException;
import io.v11.ml.net.StateDigest;
import io.v11.ml.net.StepNet;
import io.v11.ml.net.TransformerWeights;

/**
 * A Transformer file run by ONNX Runtime over the last rows of an instrument, all anew at each step: exact, and dear. Until
 * there are as many rows as a score depends on it gives NaN. Keeps {@code steps * inputs} numbers for each instrument.
 * Confined to one thread; allocates nothing per call through the foreign session.
 */
public final class OnnxWindow implements StepNet {
    private final int inputs;
    private final int steps;
    private final OnnxSession session;
    private final FloatBuffer window;
    private final float[][] rows;
    private final int[] seen = new int[Limits.INSTRUMENTS];
    private final int[] next = new int[Limits.INSTRUMENTS];

    /** @param name of the model, for messages */
    public OnnxWindow(String name, byte[] file) {
        OnnxWeights content = new OnnxWeights(name, file);
        TransformerWeights weights = content.transformer();
        inputs = weights.inputs();
        steps = weights.reach();
        if (content.steps() != steps) {
            throw new ModelException("model " + name + ": its file runs over " + content.steps()
                    + " steps and a score depends on " + steps + "; export it with " + steps + " steps");
        }
        session = OnnxSession.open(name, file, new OnnxPort[]{new OnnxPort("features", steps, inputs)},
                new OnnxPort[]{new OnnxPort("probability", steps, 1)});
        window = session.input();
        rows = new float[Limits.INSTRUMENTS][steps * inputs];
    }

    /** Steps that must have been taken before the first score, that one's included. */
    public int steps() {
        return steps;
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
    public double step(int instrument, float[] row) {
        float[] ring = rows[instrument];
        int slot = next[instrument];
        System.arraycopy(row, 0, ring, slot * inputs, inputs);
        int oldest = slot + 1 == steps ? 0 : slot + 1;
        next[instrument] = oldest;
        seen[instrument] = Math.min(steps, seen[instrument] + 1);
        if (seen[instrument] < steps) {
            return Double.NaN;
        }
        int olderValues = (steps - oldest) * inputs;
        window.put(0, ring, oldest * inputs, olderValues);
        window.put(olderValues, ring, 0, oldest * inputs);
        return session.run();
    }

    @Override
    public void forget(int instrument) {
        seen[instrument] = 0;
        next[instrument] = 0;
    }

    @Override
    public long addTo(long hash) {
        long mixed = hash;
        for (int instrument = 0; instrument < Limits.INSTRUMENTS; instrument++) {
            mixed = StateDigest.add(mixed, seen[instrument]);
            mixed = StateDigest.add(mixed, next[instrument]);
            mixed = StateDigest.add(mixed, rows[instrument], 0, seen[instrument] * inputs);
        }
        return mixed;
    }

    @Override
    public void close() {
        session.close();
    }
}
