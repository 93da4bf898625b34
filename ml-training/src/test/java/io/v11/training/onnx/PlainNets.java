package io.v11.training.onnx;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Block;
import io.v11.ml.net.TransformerWeights.Norm;

/** What the formulas of the records say, in double, over a whole sequence and without a thought for speed. */
final class PlainNets {
    private PlainNets() {
    }

    static double perceptron(PerceptronWeights weights, float[] row) {
        double[] values = wide(row);
        for (DenseLayer layer : weights.layers()) {
            values = apply(layer, layer == weights.layers().getFirst() ? values : relu(values));
        }
        return sigmoid(values[0]);
    }

    /** A probability for each row, from a fresh start. */
    static double[] lstm(LstmWeights weights, float[][] rows) {
        int size = weights.hidden();
        DenseLayer input = new DenseLayer(weights.inputWeight(), weights.bias());
        DenseLayer recurrence = new DenseLayer(weights.recurrentWeight(), new float[4 * size]);
        double[] hidden = new double[size];
        double[] cell = new double[size];
        double[] probabilities = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            double[] gates = sum(apply(input, wide(rows[t])), apply(recurrence, hidden));
            for (int j = 0; j < size; j++) {
                cell[j] = sigmoid(gates[size + j]) * cell[j] + sigmoid(gates[j]) * Math.tanh(gates[2 * size + j]);
                hidden[j] = sigmoid(gates[3 * size + j]) * Math.tanh(cell[j]);
            }
            probabilities[t] = sigmoid(apply(weights.head(), hidden)[0]);
        }
        return probabilities;
    }

    /** A probability for each row, the first being the first step of all. */
    static double[] transformer(TransformerWeights weights, float[][] rows) {
        double[][] x = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            x[t] = apply(weights.embedding(), wide(rows[t]));
        }
        for (Block block : weights.blocks()) {
            double[][] attended = attend(weights, block, x);
            for (int t = 0; t < rows.length; t++) {
                x[t] = sum(x[t], apply(block.output(), attended[t]));
                x[t] = sum(x[t],
                        apply(block.contract(), relu(apply(block.expand(), normalised(block.norm2(), x[t])))));
            }
        }
        double[] probabilities = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            probabilities[t] = sigmoid(apply(weights.head(), normalised(weights.norm(), x[t]))[0]);
        }
        return probabilities;
    }

    private static double[][] attend(TransformerWeights weights, Block block, double[][] x) {
        int size = weights.width() / weights.heads();
        double[][] query = new double[x.length][];
        double[][] key = new double[x.length][];
        double[][] value = new double[x.length][];
        double[][] mixed = new double[x.length][weights.width()];
        for (int t = 0; t < x.length; t++) {
            double[] normalised = normalised(block.norm1(), x[t]);
            query[t] = apply(block.query(), normalised);
            key[t] = apply(block.key(), normalised);
            value[t] = apply(block.value(), normalised);
            for (int head = 0; head < weights.heads(); head++) {
                double total = 0;
                for (int s = Math.max(0, t - weights.window() + 1); s <= t; s++) {
                    double product = 0;
                    for (int d = head * size; d < (head + 1) * size; d++) {
                        product += query[t][d] * key[s][d];
                    }
                    double share = Math.exp(product / Math.sqrt(size)
                            - TransformerWeights.slope(head, weights.heads()) * (double) (t - s));
                    total += share;
                    for (int d = head * size; d < (head + 1) * size; d++) {
                        mixed[t][d] += share * value[s][d];
                    }
                }
                for (int d = head * size; d < (head + 1) * size; d++) {
                    mixed[t][d] /= total;
                }
            }
        }
        return mixed;
    }

    private static double[] normalised(Norm norm, double[] x) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double variance = 0;
        for (double value : x) {
            variance += (value - mean) * (value - mean) / x.length;
        }
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = (x[i] - mean) / Math.sqrt(variance + TransformerWeights.EPSILON) * norm.gain()[i]
                    + norm.offset()[i];
        }
        return result;
    }

    private static double[] apply(DenseLayer layer, double[] input) {
        double[] output = new double[layer.outputs()];
        for (int o = 0; o < output.length; o++) {
            output[o] = layer.bias()[o];
            for (int i = 0; i < input.length; i++) {
                output[o] += layer.weight()[o * input.length + i] * input[i];
            }
        }
        return output;
    }

    private static double[] relu(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = Math.max(0, x[i]);
        }
        return result;
    }

    private static double[] sum(double[] left, double[] right) {
        double[] result = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            result[i] = left[i] + right[i];
        }
        return result;
    }

    private static double[] wide(float[] row) {
        double[] wide = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            wide[i] = row[i];
        }
        return wide;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
