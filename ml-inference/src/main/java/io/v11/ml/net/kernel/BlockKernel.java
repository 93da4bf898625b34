package io.v11.ml.net.kernel;

import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Block;

/** One block of a Transformer for the newest step. Confined to one thread; allocates nothing per call. */
final class BlockKernel {
    private final LayerNorm norm1;
    private final Matrix projection;
    private final AttentionKernel attention;
    private final Matrix output;
    private final LayerNorm norm2;
    private final Matrix expand;
    private final Matrix contract;
    private final float[] normalised;
    private final float[] projected;
    private final float[] attended;
    private final float[] expanded;
    private final float[] added;

    BlockKernel(TransformerWeights weights, Block block) {
        int width = weights.width();
        norm1 = new LayerNorm(block.norm1());
        projection = new Matrix(block.query(), block.key(), block.value());
        attention = new AttentionKernel(weights);
        output = new Matrix(block.output());
        norm2 = new LayerNorm(block.norm2());
        expand = new Matrix(block.expand());
        contract = new Matrix(block.contract());
        normalised = new float[width];
        projected = new float[3 * width];
        attended = new float[width];
        expanded = new float[expand.outputs()];
        added = new float[width];
    }

    /** Changes the step in place. */
    void step(int instrument, int slot, int seen, float[] x) {
        norm1.apply(x, normalised);
        projection.apply(normalised, projected);
        attention.step(instrument, slot, seen, projected, attended);
        output.apply(attended, added);
        add(x, added);
        norm2.apply(x, normalised);
        expand.apply(normalised, expanded);
        Activations.relu(expanded, expanded.length);
        contract.apply(expanded, added);
        add(x, added);
    }

    private static void add(float[] x, float[] added) {
        for (int i = 0; i < added.length; i++) {
            x[i] = x[i] + added[i];
        }
    }

    /** Adds what later steps of an instrument depend on. */
    long addTo(long hash, int instrument, int seen) {
        return attention.addTo(hash, instrument, seen);
    }
}
