package io.v11.training.onnx;

import java.util.List;

import io.v11.ml.net.LstmWeights;

/**
 * An LSTM as a graph of one {@code LSTM} operator and its head. The operator wants its gates in the order i, o, f, c where
 * ours are i, f, g, o, and a second bias for the recurrence, which is 0 here
 * (github.com/onnx/onnx, docs/Operators.md, LSTM).
 */
final class LstmGraph {
    /** Our gate at each place of the operator. */
    private static final int[] ORDER = {0, 3, 1, 2};

    private LstmGraph() {
    }

    static byte[] of(LstmWeights weights) {
        int hidden = weights.hidden();
        int rows = LstmWeights.GATES * hidden;
        float[] bias = new float[2 * rows];
        System.arraycopy(reordered(weights.bias(), hidden), 0, bias, 0, rows);
        OnnxGraph graph = new OnnxGraph("lstm").input(OnnxWriter.INPUT, OnnxGraph.ANY, 1, weights.inputs())
                .input("hidden", 1, 1, hidden).input("cell", 1, 1, hidden)
                .constant("lstm.input", reordered(weights.inputWeight(), hidden * weights.inputs()), 1, rows,
                        weights.inputs())
                .constant("lstm.recurrence", reordered(weights.recurrentWeight(), hidden * hidden), 1, rows, hidden)
                .constant("lstm.bias", bias, 1, 2L * rows)
                .node("LSTM", List.of(OnnxWriter.INPUT, "lstm.input", "lstm.recurrence", "lstm.bias", "", "hidden",
                        "cell"), List.of("all", "hiddenOut", "cellOut"), OnnxGraph.whole("hidden_size", hidden))
                .shape("rows", -1, hidden).binary("Reshape", "all", "rows", "steps");
        OnnxWriter.dense(graph, "steps", "head", weights.head());
        return graph.unary("Sigmoid", "head", OnnxWriter.OUTPUT).output(OnnxWriter.OUTPUT, OnnxGraph.ANY, 1)
                .output("hiddenOut", 1, 1, hidden).output("cellOut", 1, 1, hidden).toBytes();
    }

    private static float[] reordered(float[] gates, int size) {
        float[] target = new float[gates.length];
        for (int place = 0; place < ORDER.length; place++) {
            System.arraycopy(gates, ORDER[place] * size, target, place * size, size);
        }
        return target;
    }
}
