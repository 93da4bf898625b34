package io.v11.training.trainer.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;

import io.v11.ml.net.DenseLayer;

/**
 * The net while it is trained: linear layers with ReLU between them, ending in a logit. Weights begin as He et al. (2015)
 * have them, drawn from {@link Random}, whose algorithm is part of its contract, and not from the library's generator.
 */
final class Perceptron {
    private final SequentialBlock block = new SequentialBlock();
    private final ParameterStore store;

    Perceptron(NDManager manager, int[] layerSizes, double dropout, int inputs, Random random) {
        for (int i = 0; i < layerSizes.length; i++) {
            block.add(Linear.builder().setUnits(layerSizes[i]).build());
            if (i < layerSizes.length - 1) {
                block.add(Activation.reluBlock());
                if (dropout > 0.0) {
                    block.add(Dropout.builder().optRate((float) dropout).build());
                }
            }
        }
        block.initialize(manager, DataType.FLOAT32, new Shape(1, inputs));
        store = new ParameterStore(manager, false);
        for (Parameter parameter : parameters()) {
            NDArray weights = parameter.getArray();
            weights.set(initial(weights.getShape(), random));
            weights.setRequiresGradient(true);
        }
    }

    /** Weight and bias of every layer, in order. */
    List<Parameter> parameters() {
        List<Parameter> list = new ArrayList<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            list.add(pair.getValue());
        }
        return list;
    }

    /** Logits of shape [rows, 1]. */
    NDArray forward(NDArray inputs, boolean training) {
        return block.forward(store, new NDList(inputs), training).singletonOrThrow();
    }

    /** The present weights, copied out. */
    List<DenseLayer> layers() {
        List<DenseLayer> layers = new ArrayList<>();
        List<Parameter> parameters = parameters();
        for (int i = 0; i < parameters.size(); i += 2) {
            layers.add(new DenseLayer(parameters.get(i).getArray().toFloatArray(),
                    parameters.get(i + 1).getArray().toFloatArray()));
        }
        return layers;
    }

    private static float[] initial(Shape shape, Random random) {
        float[] values = new float[(int) shape.size()];
        if (shape.dimension() < 2) {
            return values;
        }
        int inputs = (int) shape.get(1);
        double deviation = Math.sqrt(2.0 / inputs);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }
}
