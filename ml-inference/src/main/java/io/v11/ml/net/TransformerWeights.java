package io.v11.ml.net;

import java.util.List;

import io.v11.ml.ModelException;

/**
 * A Transformer encoder with causal attention over a sliding window (Vaswani et al. 2017; normalisation before each part,
 * Xiong et al. 2020; linear distance penalties instead of positions, Press et al. 2022), and a linear head on the last
 * step that gives the log-odds.
 *
 * <pre>
 *   x = embedding(inputs)                                                            [width]
 *   for each block:  x = x + output(attention(norm1(x)))    x = x + contract(relu(expand(norm2(x))))
 *   log-odds = head(norm(x))
 *
 *   attention of step t over steps s in t - window + 1 .. t, for each head of width / heads numbers:
 *   weight(s) = softmax over s of  q(t).k(s) / sqrt(width / heads) - slope(head) * (t - s)
 *   slope(head) = 2^(-8 (head + 1) / heads)
 * </pre>
 *
 * Each block looks back {@code window} steps of the block below, so a score depends on the last {@link #reach} inputs.
 * Normalisation is over the width with epsilon {@link #EPSILON}. What a step keeps for later ones are its keys and values.
 */
public record TransformerWeights(int heads, int window, DenseLayer embedding, List<Block> blocks, Norm norm,
        DenseLayer head) {
    /** Added to the variance. */
    public static final float EPSILON = 1e-5f;

    /** Gain and offset after normalisation to mean 0 and variance 1. */
    public record Norm(float[] gain, float[] offset) {
    }

    /** One block; query, key, value and output are width to width, expand is width to any, contract back. */
    public record Block(Norm norm1, DenseLayer query, DenseLayer key, DenseLayer value, DenseLayer output, Norm norm2,
            DenseLayer expand, DenseLayer contract) {
    }

    public TransformerWeights {
        blocks = List.copyOf(blocks);
        int width = embedding.outputs();
        if (heads < 1 || width % heads != 0 || window < 1 || blocks.isEmpty()) {
            throw new ModelException("Transformer does not fit: width=" + width + " heads=" + heads + " window="
                    + window + " blocks=" + blocks.size() + "; heads must divide the width");
        }
        for (Block block : blocks) {
            require(block.norm1, width);
            block.query.require("query", width, width);
            block.key.require("key", width, width);
            block.value.require("value", width, width);
            block.output.require("output of attention", width, width);
            require(block.norm2, width);
            block.expand.require("expand", width, block.expand.outputs());
            block.contract.require("contract", block.expand.outputs(), width);
        }
        require(norm, width);
        head.require("head of the Transformer", width, 1);
    }

    private static void require(Norm norm, int width) {
        if (norm.gain.length != width || norm.offset.length != width) {
            throw new ModelException("norm of " + norm.gain.length + " gains and " + norm.offset.length
                    + " offsets for a width of " + width);
        }
    }

    public int inputs() {
        return embedding.inputs();
    }

    public int width() {
        return embedding.outputs();
    }

    /** Steps on which a score depends, its own included. */
    public int reach() {
        return blocks.size() * (window - 1) + 1;
    }

    /** Factor of the products of queries and keys. */
    public float scale() {
        return (float) (1.0 / Math.sqrt(width() / heads));
    }

    /** Penalty of a step back, by head. */
    public static float slope(int head, int heads) {
        return (float) StrictMath.pow(2.0, -8.0 * (head + 1) / heads);
    }
}
