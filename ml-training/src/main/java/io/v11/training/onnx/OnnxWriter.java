package io.v11.training.onnx;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.TransformerWeights;

/**
 * Turns fitted nets into ONNX files that the serving side can run. Input is always {@value #INPUT}, already standardised,
 * and output {@value #OUTPUT}. Names of constants are a contract: {@code io.v11.ml.onnx.OnnxWeights} finds weights by
 * them.
 */
public final class OnnxWriter {
    public static final String INPUT = "features";
    public static final String OUTPUT = "probability";

    private OnnxWriter() {
    }

    /** Input [1, features], output [1, 1]: ReLU between the layers, a sigmoid behind the last. */
    public static byte[] perceptron(PerceptronWeights weights) {
        OnnxGraph graph = new OnnxGraph("perceptron").input(INPUT, 1, weights.inputs());
        String previous = INPUT;
        for (int i = 0; i < weights.layers().size(); i++) {
            String name = "layer" + i;
            dense(graph, previous, name, weights.layers().get(i));
            previous = name;
            if (i < weights.layers().size() - 1) {
                graph.unary("Relu", name, name + ".relu");
                previous = name + ".relu";
            }
        }
        return graph.unary("Sigmoid", previous, OUTPUT).output(OUTPUT, 1, 1).toBytes();
    }

    /**
     * Inputs {@value #INPUT} [time, 1, features], {@code hidden} and {@code cell} [1, 1, hidden units], outputs
     * {@value #OUTPUT} [time, 1], {@code hiddenOut} and {@code cellOut}. Time is free: the same file serves a step and a
     * window.
     */
    public static byte[] lstm(LstmWeights weights) {
        return LstmGraph.of(weights);
    }

    /** Input [steps, features], output [steps, 1]; the last row has seen all that it may when there are {@code reach}. */
    public static byte[] transformer(TransformerWeights weights, int steps) {
        return new TransformerGraph(weights, steps).toBytes();
    }

    /** {@code output = layer(input)}, constants named after the output. */
    static void dense(OnnxGraph graph, String input, String output, DenseLayer layer) {
        graph.constant(output + ".weight", layer.weight(), layer.outputs(), layer.inputs())
                .constant(output + ".bias", layer.bias(), layer.outputs())
                .linear(input, output + ".weight", output + ".bias", output);
    }
}
