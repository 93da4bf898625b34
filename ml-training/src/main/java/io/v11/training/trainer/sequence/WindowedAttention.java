package io.v11.training.trainer.sequence;

import java.util.HashMap;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

import io.v11.ml.net.AttentionPenalties;
import io.v11.ml.net.TransformerWeights;

/**
 * Causal attention over a sliding window, for whole chunks: steps are cut into groups as long as the window, and a group
 * looks at itself and at the group before it, which holds all that the window can reach. Work and memory grow with steps
 * times window, and not with the square of the steps.
 */
final class WindowedAttention {
    private final int heads;
    private final int window;
    private final Weights weights;
    /** By number of groups. */
    private final Map<Integer, NDArray> penalties = new HashMap<>();

    WindowedAttention(int heads, int window, Weights weights) {
        this.heads = heads;
        this.window = window;
        this.weights = weights;
    }

    /** The least multiple of the window that is not less. */
    int steps(int length) {
        return (length + window - 1) / window * window;
    }

    /** @param projected [chunks][steps][queries, keys and values side by side]  @return [chunks][steps][width] */
    NDArray of(NDArray projected) {
        long chunks = projected.getShape().get(0);
        long steps = projected.getShape().get(1);
        long width = projected.getShape().get(2) / 3;
        long groups = steps / window;
        // [3][chunks][groups][heads][window][size]
        NDArray split = projected.reshape(new Shape(chunks, groups, window, 3, heads, width / heads))
                .transpose(3, 0, 1, 4, 2, 5);
        NDArray query = split.get(0);
        NDArray key = withGroupBefore(split.get(1));
        NDArray value = withGroupBefore(split.get(2));
        NDArray scores = query.matMul(key.transpose(0, 1, 2, 4, 3)).mul(1.0 / Math.sqrt(width / heads))
                .add(penalties.computeIfAbsent((int) groups, this::penalties));
        return scores.softmax(-1).matMul(value).transpose(0, 1, 3, 2, 4).reshape(new Shape(chunks, steps, width));
    }

    private static NDArray withGroupBefore(NDArray x) {
        long groups = x.getShape().get(1);
        NDArray before = x.get(":, 0:1").zerosLike();
        if (groups > 1) {
            before = NDArrays.concat(new NDList(before, x.get(":, 0:" + (groups - 1))), 1);
        }
        return NDArrays.concat(new NDList(before, x), 3);
    }

    /** [1][groups][heads][window][2 window]; the first group has none before it. */
    private NDArray penalties(int groups) {
        float[] values = new float[groups * heads * window * 2 * window];
        int at = 0;
        for (int group = 0; group < groups; group++) {
            for (int head = 0; head < heads; head++) {
                float slope = TransformerWeights.slope(head, heads);
                for (int step = 0; step < window; step++) {
                    for (int seen = -window; seen < window; seen++) {
                        int distance = step - seen;
                        boolean unseen = distance < 0 || distance >= window || group == 0 && seen < 0;
                        values[at++] = unseen ? AttentionPenalties.UNSEEN : -slope * distance;
                    }
                }
            }
        }
        return weights.tensor(values, 1, groups, heads, window, 2L * window);
    }
}
