package io.v11.training.onnx;

import java.util.List;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.PerceptronWeights;

/**
 * Turns fitted nets into ONNX files that the serving side can run: input {@value #INPUT} of shape [1, features], already
 * standardised, and output {@value #OUTPUT} of shape [1, 1].
 */
public final class OnnxWriter {
    public static final String INPUT = "features";
    public static final String OUTPUT = "probability";

    private OnnxWriter() {
    }

    /** A multi-layer perceptron: ReLU between the layers, a sigmoid behind the last. */
    public static byte[] perceptron(PerceptronWeights weights) {
        List<DenseLayer> layers = weights.layers();
        OnnxGraph graph = new OnnxGraph("perceptron").input(INPUT, 1, weights.inputs());
        String previous = INPUT;
        for (int i = 0; i < layers.size(); i++) {
            DenseLayer layer = layers.get(i);
            String name = "layer" + i;
            graph.constant(name + ".weight", layer.weight(), layer.outputs(), layer.inputs())
                    .constant(name + ".bias", layer.bias(), layer.outputs())
                    .linear(previous, name + ".weight", name + ".bias", name);
            previous = name;
            if (i < layers.size() - 1) {
                graph.unary("Relu", name, name + ".relu");
                previous = name + ".relu";
            }
        }
        return graph.unary("Sigmoid", previous, OUTPUT).output(OUTPUT, 1, 1).toBytes();
    }
}
