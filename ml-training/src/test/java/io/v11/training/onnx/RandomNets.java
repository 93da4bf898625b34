package io.v11.training.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Block;
import io.v11.ml.net.TransformerWeights.Norm;

/** Seeded nets and rows for tests. */
final class RandomNets {
    private final Random random;

    RandomNets(long seed) {
        random = new Random(seed);
    }

    PerceptronWeights perceptron(int... widths) {
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            layers.add(layer(widths[i - 1], widths[i]));
        }
        return new PerceptronWeights(layers);
    }

    LstmWeights lstm(int inputs, int hidden) {
        int rows = LstmWeights.GATES * hidden;
        return new LstmWeights(inputs, hidden, numbers(rows * inputs, 1 / Math.sqrt(hidden)),
                numbers(rows * hidden, 1 / Math.sqrt(hidden)), numbers(rows, 0.3), layer(hidden, 1));
    }

    TransformerWeights transformer(int inputs, int width, int heads, int window, int blocks) {
        List<Block> list = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            list.add(new Block(norm(width), layer(width, width), layer(width, width), layer(width, width),
                    layer(width, width), norm(width), layer(width, 2 * width), layer(2 * width, width)));
        }
        return new TransformerWeights(heads, window, layer(inputs, width), list, norm(width), layer(width, 1));
    }

    /** Rows that follow one another as those of a market do: mostly slowly, with jumps. */
    float[][] rows(int count, int features) {
        float[][] rows = new float[count][features];
        for (int r = 0; r < count; r++) {
            for (int f = 0; f < features; f++) {
                double previous = r == 0 || random.nextInt(50) == 0 ? random.nextGaussian() * 3 : rows[r - 1][f];
                rows[r][f] = (float) Math.clamp(previous * 0.9 + random.nextGaussian() * 0.4, -5, 5);
            }
        }
        return rows;
    }

    DenseLayer layer(int inputs, int outputs) {
        return new DenseLayer(numbers(inputs * outputs, 1 / Math.sqrt(inputs)), numbers(outputs, 0.3));
    }

    private Norm norm(int width) {
        float[] gain = numbers(width, 0.2);
        for (int i = 0; i < width; i++) {
            gain[i] += 1;
        }
        return new Norm(gain, numbers(width, 0.2));
    }

    private float[] numbers(int count, double deviation) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextGaussian() * deviation);
        }
        return numbers;
    }

    /** The rows one behind the other, as tensors have them. */
    static float[] flat(float[][] rows, int from, int to) {
        float[] flat = new float[(to - from) * rows[0].length];
        for (int r = from; r < to; r++) {
            System.arraycopy(rows[r], 0, flat, (r - from) * rows[0].length, rows[0].length);
        }
        return flat;
    }

}
