package io.v11.ml.net.kernel;

import io.v11.config.Limits;
import io.v11.ml.net.StateDigest;
import io.v11.ml.net.StepNet;
import io.v11.ml.net.TransformerWeights;

/**
 * A causal Transformer in plain Java that keeps the keys and values of its window: a step costs one step through the
 * layers and one look back, not a run over the window. It keeps {@code 2 * width * window} numbers for each block and
 * instrument, allocated at the start. Confined to one thread.
 */
public final class TransformerKernel implements StepNet {
    private final int inputs;
    private final int window;
    private final Matrix embedding;
    private final BlockKernel[] blocks;
    private final LayerNorm norm;
    private final float[] head;
    private final float headBias;
    private final int[] seen = new int[Limits.INSTRUMENTS];
    private final int[] nextSlot = new int[Limits.INSTRUMENTS];
    private final float[] x;
    private final float[] normalised;

    public TransformerKernel(TransformerWeights weights) {
        inputs = weights.inputs();
        window = weights.window();
        embedding = new Matrix(weights.embedding());
        blocks = weights.blocks().stream().map(block -> new BlockKernel(weights, block)).toArray(BlockKernel[]::new);
        norm = new LayerNorm(weights.norm());
        head = weights.head().weight().clone();
        headBias = weights.head().bias()[0];
        x = new float[weights.width()];
        normalised = new float[weights.width()];
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
        int slot = nextSlot[instrument];
        seen[instrument] = Math.min(window, seen[instrument] + 1);
        nextSlot[instrument] = slot + 1 == window ? 0 : slot + 1;
        embedding.apply(row, x);
        for (int i = 0; i < blocks.length; i++) {
            blocks[i].step(instrument, slot, seen[instrument], x);
        }
        norm.apply(x, normalised);
        return Activations.sigmoid(Matrix.dot(head, headBias, normalised));
    }

    @Override
    public void forget(int instrument) {
        // What the rings still hold is written over before it is read.
        seen[instrument] = 0;
        nextSlot[instrument] = 0;
    }

    @Override
    public long addTo(long hash) {
        long mixed = hash;
        for (int instrument = 0; instrument < Limits.INSTRUMENTS; instrument++) {
            mixed = StateDigest.add(mixed, seen[instrument]);
            mixed = StateDigest.add(mixed, nextSlot[instrument]);
            for (int i = 0; i < blocks.length; i++) {
                mixed = blocks[i].addTo(mixed, instrument, seen[instrument]);
            }
        }
        return mixed;
    }
}
