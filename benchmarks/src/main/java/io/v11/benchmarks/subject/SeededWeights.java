package io.v11.benchmarks.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Block;
import io.v11.ml.net.TransformerWeights.Norm;

/** Nets of any shape with seeded weights: what they cost does not depend on what they have learnt. */
final class SeededWeights {
    private final SplittableRandom random;

    SeededWeights(long seed) {
        random = new SplittableRandom(seed);
    }

    PerceptronWeights perceptron(int... widths) {
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i < widths.length - 1; i++) {
            layers.add(layer(widths[i], widths[i + 1]));
        }
        return new PerceptronWeights(layers);
    }

    LstmWeights lstm(int inputs, int hidden) {
        int rows = LstmWeights.GATES * hidden;
        return new LstmWeights(inputs, hidden, numbers(rows * inputs, hidden), numbers(rows * hidden, hidden),
                new float[rows], layer(hidden, 1));
    }

    TransformerWeights transformer(int inputs, int width, int heads, int window, int blocks) {
        List<Block> list = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            list.add(new Block(norm(width), layer(width, width), layer(width, width), layer(width, width),
                    layer(width, width), norm(width), layer(width, 2 * width), layer(2 * width, width)));
        }
        return new TransformerWeights(heads, window, layer(inputs, width), list, norm(width), layer(width, 1));
    }

    float[][] rows(int count, int features) {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = numbers(features, 1);
        }
        return rows;
    }

    private DenseLayer layer(int inputs, int outputs) {
        return new DenseLayer(numbers(inputs * outputs, inputs), new float[outputs]);
    }

    private static Norm norm(int width) {
        float[] gain = new float[width];
        Arrays.fill(gain, 1.0f);
        return new Norm(gain, new float[width]);
    }

    private float[] numbers(int count, int fanIn) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble(-1, 1) / Math.sqrt(fanIn));
        }
        return numbers;
    }
}
