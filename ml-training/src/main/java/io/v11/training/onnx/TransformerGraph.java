package io.v11.training.onnx;

import java.util.List;

import io.v11.ml.net.AttentionPenalties;
import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Block;
import io.v11.ml.net.TransformerWeights.Norm;

/**
 * A causal Transformer over a fixed number of steps as a graph. What a step may see, and how much farther steps count
 * less, is one constant added to the attention scores.
 */
final class TransformerGraph {
    private static final String PENALTIES = "penalties";
    private static final String SCALE = "scale";
    private static final String BY_HEAD = "byHead";
    private static final String BY_STEP = "byStep";

    private final OnnxGraph graph = new OnnxGraph("transformer");
    private final TransformerWeights weights;
    private final int steps;

    TransformerGraph(TransformerWeights weights, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a Transformer runs over at least one step, not " + steps);
        }
        this.weights = weights;
        this.steps = steps;
    }

    byte[] toBytes() {
        int width = weights.width();
        int heads = weights.heads();
        graph.note("heads", Integer.toString(heads)).note("window", Integer.toString(weights.window()))
                .input(OnnxWriter.INPUT, steps, weights.inputs())
                .constant(PENALTIES, AttentionPenalties.of(heads, weights.window(), steps), heads, steps, steps)
                .constant(SCALE, new float[]{weights.scale()}, 1)
                .shape(BY_HEAD, steps, heads, width / heads).shape(BY_STEP, steps, width);
        dense(OnnxWriter.INPUT, "embedding", weights.embedding());
        String x = "embedding";
        for (int i = 0; i < weights.blocks().size(); i++) {
            x = block("block" + i + ".", weights.blocks().get(i), x);
        }
        norm(x, "norm", weights.norm());
        dense("norm", "head", weights.head());
        return graph.unary("Sigmoid", "head", OnnxWriter.OUTPUT).output(OnnxWriter.OUTPUT, steps, 1).toBytes();
    }

    private String block(String name, Block block, String x) {
        norm(x, name + "norm1", block.norm1());
        attention(name, block);
        graph.binary("Add", x, name + "output", name + "attended");
        norm(name + "attended", name + "norm2", block.norm2());
        dense(name + "norm2", name + "expand", block.expand());
        graph.unary("Relu", name + "expand", name + "relu");
        dense(name + "relu", name + "contract", block.contract());
        graph.binary("Add", name + "attended", name + "contract", name + "x");
        return name + "x";
    }

    private void attention(String name, Block block) {
        byHead(name, "query", block.query(), 1L, 0L, 2L);
        byHead(name, "key", block.key(), 1L, 2L, 0L);
        byHead(name, "value", block.value(), 1L, 0L, 2L);
        graph.binary("MatMul", name + "query.heads", name + "key.heads", name + "products")
                .binary("Mul", name + "products", SCALE, name + "scaled")
                .binary("Add", name + "scaled", PENALTIES, name + "scores")
                .node("Softmax", List.of(name + "scores"), List.of(name + "shares"), OnnxGraph.whole("axis", -1))
                .binary("MatMul", name + "shares", name + "value.heads", name + "mixed")
                .node("Transpose", List.of(name + "mixed"), List.of(name + "mixed.steps"),
                        OnnxGraph.wholes("perm", 1L, 0L, 2L))
                .binary("Reshape", name + "mixed.steps", BY_STEP, name + "attention");
        dense(name + "attention", name + "output", block.output());
    }

    /** From [step, width] to a matrix for each head, its axes in the order given. */
    private void byHead(String block, String part, DenseLayer layer, Long... axes) {
        String name = block + part;
        dense(block + "norm1", name, layer);
        graph.binary("Reshape", name, BY_HEAD, name + ".split").node("Transpose", List.of(name + ".split"),
                List.of(name + ".heads"), OnnxGraph.wholes("perm", axes));
    }

    private void norm(String input, String name, Norm norm) {
        graph.constant(name + ".gain", norm.gain(), norm.gain().length)
                .constant(name + ".offset", norm.offset(), norm.offset().length)
                .node("LayerNormalization", List.of(input, name + ".gain", name + ".offset"), List.of(name),
                        OnnxGraph.whole("axis", -1), OnnxGraph.number("epsilon", TransformerWeights.EPSILON));
    }

    private void dense(String input, String output, DenseLayer layer) {
        OnnxWriter.dense(graph, input, output, layer);
    }
}
