package io.v11.ml.onnx;

import java.util.ArrayList;
import java.util.List;

import io.v11.ml.net.AttentionPenalties;
import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Block;
import io.v11.ml.net.TransformerWeights.Norm;

/**
 * Reads the weights back from an ONNX file that training wrote: constants by name, bit for bit, so that a Java kernel
 * computes the net that the file describes. What does not belong to a net of ours is refused, as the kernel would leave
 * it out. Cold path; the file's digest has been checked.
 */
public final class OnnxWeights {
    /** Place of our gates i, f, g, o in the operator's order i, o, f, c. */
    private static final int[] PLACES = {0, 2, 3, 1};

    private final OnnxConstants constants;

    /** @param model its name, for messages */
    public OnnxWeights(String model, byte[] file) {
        constants = new OnnxConstants(model, file);
    }

    public PerceptronWeights perceptron() {
        constants.requireNet("perceptron");
        List<DenseLayer> layers = new ArrayList<>();
        do {
            layers.add(dense("layer" + layers.size()));
        } while (constants.has("layer" + layers.size() + ".weight"));
        constants.requireAllRead();
        return new PerceptronWeights(layers);
    }

    public LstmWeights lstm() {
        constants.requireNet("lstm");
        int inputs = constants.size("lstm.input", 2);
        int hidden = constants.size("lstm.recurrence", 2);
        int rows = LstmWeights.GATES * hidden;
        float[] input = constants.floats("lstm.input", 1, rows, inputs);
        float[] recurrence = constants.floats("lstm.recurrence", 1, rows, hidden);
        float[] biases = constants.floats("lstm.bias", 1, 2 * rows);
        for (int i = rows; i < biases.length; i++) {
            if (biases[i] != 0) {
                throw constants.refusal("lstm.bias has biases of the recurrence beside those of the input");
            }
        }
        constants.requireShape("rows", -1, hidden);
        DenseLayer head = dense("head");
        constants.requireAllRead();
        return new LstmWeights(inputs, hidden, gates(input, hidden * inputs), gates(recurrence, hidden * hidden),
                gates(biases, hidden), head);
    }

    public TransformerWeights transformer() {
        constants.requireNet("transformer");
        int heads = constants.note("heads");
        int window = constants.note("window");
        DenseLayer embedding = dense("embedding");
        List<Block> blocks = new ArrayList<>();
        do {
            blocks.add(block("block" + blocks.size() + "."));
        } while (constants.has("block" + blocks.size() + ".norm1.gain"));
        TransformerWeights weights = new TransformerWeights(heads, window, embedding, blocks, norm("norm"),
                dense("head"));
        int steps = steps();
        constants.requireFloats("penalties", AttentionPenalties.of(heads, window, steps), heads, steps, steps);
        constants.requireFloats("scale", new float[]{weights.scale()}, 1);
        constants.requireShape("byHead", steps, heads, weights.width() / heads);
        constants.requireShape("byStep", steps, weights.width());
        constants.requireAllRead();
        return weights;
    }

    /** Steps that the file of a Transformer runs over. */
    public int steps() {
        return constants.size("penalties", 1);
    }

    private Block block(String name) {
        return new Block(norm(name + "norm1"), dense(name + "query"), dense(name + "key"), dense(name + "value"),
                dense(name + "output"), norm(name + "norm2"), dense(name + "expand"), dense(name + "contract"));
    }

    private Norm norm(String name) {
        int width = constants.size(name + ".gain", 0);
        return new Norm(constants.floats(name + ".gain", width), constants.floats(name + ".offset", width));
    }

    private DenseLayer dense(String name) {
        int outputs = constants.size(name + ".weight", 0);
        int inputs = constants.size(name + ".weight", 1);
        return new DenseLayer(constants.floats(name + ".weight", outputs, inputs),
                constants.floats(name + ".bias", outputs));
    }

    private static float[] gates(float[] operator, int size) {
        float[] gates = new float[LstmWeights.GATES * size];
        for (int gate = 0; gate < PLACES.length; gate++) {
            System.arraycopy(operator, PLACES[gate] * size, gates, gate * size, size);
        }
        return gates;
    }
}
