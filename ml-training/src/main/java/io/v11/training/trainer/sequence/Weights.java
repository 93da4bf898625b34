package io.v11.training.trainer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import io.v11.training.trainer.torch.PyTorch;

/**
 * The parameters of a net: made one after the other from one source of draws, whose algorithm is part of its contract, and
 * read back. Lives as long as its manager.
 */
final class Weights {
    private final NDManager manager;
    private final DataType type;
    private final Random random;
    private final List<NDArray> all = new ArrayList<>();

    /** @param type FLOAT32 to fit, FLOAT64 to check gradients */
    Weights(NDManager manager, DataType type, Random random) {
        this.manager = manager;
        this.type = type;
        this.random = random;
    }

    List<NDArray> all() {
        return all;
    }

    /** Independent normal draws. */
    NDArray normal(double deviation, long... shape) {
        float[] values = new float[size(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return add(values, shape);
    }

    /** The same number everywhere. */
    NDArray constant(float value, long... shape) {
        float[] values = new float[size(shape)];
        Arrays.fill(values, value);
        return add(values, shape);
    }

    /** These numbers. */
    NDArray add(float[] values, long... shape) {
        NDArray array = tensor(values, shape);
        array.setRequiresGradient(true);
        all.add(array);
        return array;
    }

    /** Numbers that stay as they are. */
    NDArray tensor(float[] values, long... shape) {
        NDArray narrow = PyTorch.tensor(manager, values, new Shape(shape));
        if (type == DataType.FLOAT32) {
            return narrow;
        }
        try (narrow) {
            return narrow.toType(type, true);
        }
    }

    /** The present numbers, copied out. */
    static float[] read(NDArray array) {
        if (array.getDataType() == DataType.FLOAT32) {
            return array.toFloatArray();
        }
        try (NDArray narrow = array.toType(DataType.FLOAT32, true)) {
            return narrow.toFloatArray();
        }
    }

    /** {@code x weight^T + bias} over the last axis. */
    static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
    }

    /** Silences a share of the numbers in training and scales up the others (Srivastava et al. 2014). */
    static NDArray dropout(NDArray x, double rate, boolean training) {
        return training && rate > 0.0
                ? x.getNDArrayInternal().dropout(x, (float) rate, true).singletonOrThrow()
                : x;
    }

    private static int size(long... shape) {
        return Math.toIntExact(new Shape(shape).size());
    }
}
