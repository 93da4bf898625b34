package io.v11.ml.net;

import java.util.List;

import io.v11.ml.ModelException;

/**
 * A multi-layer perceptron: ReLU between the layers, and a last layer whose one output is the log-odds. A single layer is
 * a logistic regression.
 *
 * @param layers in the order in which they are applied
 */
public record PerceptronWeights(List<DenseLayer> layers) {
    public PerceptronWeights {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.getLast().outputs() != 1) {
            throw new ModelException("a perceptron needs layers, and the last must have one output");
        }
        for (int i = 1; i < layers.size(); i++) {
            layers.get(i).require("layer " + i + " of a perceptron", layers.get(i - 1).outputs(),
                    layers.get(i).outputs());
        }
    }

    public int inputs() {
        return layers.getFirst().inputs();
    }
}
