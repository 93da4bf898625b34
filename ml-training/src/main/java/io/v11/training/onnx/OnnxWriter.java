package io.v11.training.onnx;

import java.util.List;

/**
 * Turns fitted nets into ONNX files that the serving side can run: input {@value #INPUT} of shape [1, features], already
 * standardised, and output {@value #OUTPUT} of shape [1, 1].
 */
public final class OnnxWriter {
    public static final String INPUT = "features";
    public static final String OUTPUT = "probability";

    private OnnxWriter() {
    }

    /**
     * One fully connected layer.
     *
     * @param weight a row of {@code inputs} values for each output
     * @param bias   a value for each output
     */
    public record Layer(float[] weight, float[] bias) {
        public Layer {
            if (bias.length == 0 || weight.length % bias.length != 0) {
                throw new IllegalArgumentException(
                        "layer does not fit: weights=" + weight.length + " biases=" + bias.length);
            }
        }

        public int inputs() {
            return weight.length / bias.length;
        }

        public int outputs() {
            return bias.length;
        }
    }

    /** A multi-layer perceptron: ReLU between the layers, a sigmoid behind the last, which must have one output. */
    public static byte[] perceptron(List<Layer> layers) {
        if (layers.isEmpty() || layers.getLast().outputs() != 1) {
            throw new IllegalArgumentException("a perceptron needs layers, and the last must have one output");
        }
        OnnxGraph graph = new OnnxGraph("perceptron").input(INPUT, 1, layers.getFirst().inputs());
        String previous = INPUT;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (i > 0 && layer.inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException(
                        "layer " + i + " takes " + layer.inputs() + " inputs, the one before gives "
                                + layers.get(i - 1).outputs());
            }
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
