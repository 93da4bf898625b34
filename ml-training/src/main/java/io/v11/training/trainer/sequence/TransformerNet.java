package io.v11.training.trainer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.TransformerWeights.Block;
import io.v11.ml.net.TransformerWeights.Norm;

/**
 * The Transformer of {@link TransformerWeights} with array operations; attention as {@link WindowedAttention} has it.
 * Layers begin with deviation 1/sqrt(their inputs), those that add to the sum smaller by the square root of their number
 * (Radford et al. 2019), so that the sum does not grow with the blocks.
 */
final class TransformerNet implements SequenceNet<TransformerWeights> {
    private final TransformerSettings settings;
    private final Weights weights;
    private final WindowedAttention attention;
    private final Layer embedding;
    private final List<Part> parts = new ArrayList<>();
    private final Scale norm;
    private final Layer head;

    /** A fully connected layer. */
    private record Layer(NDArray weight, NDArray bias) {
        private NDArray of(NDArray x) {
            return Weights.linear(x, weight, bias);
        }

        private DenseLayer read() {
            return new DenseLayer(Weights.read(weight), Weights.read(bias));
        }
    }

    /** Gain and offset of a normalisation over the width. */
    private record Scale(NDArray gain, NDArray offset) {
        private NDArray of(NDArray x) {
            return x.getNDArrayInternal()
                    .layerNorm(x, gain.getShape(), gain, offset, TransformerWeights.EPSILON).singletonOrThrow();
        }

        private Norm read() {
            return new Norm(Weights.read(gain), Weights.read(offset));
        }
    }

    /** A block; query, key and value are one layer of three times the width. */
    private record Part(Scale norm1, Layer projection, Layer output, Scale norm2, Layer expand, Layer contract) {
    }

    TransformerNet(NDManager manager, DataType type, int features, TransformerSettings settings, Random random) {
        this.settings = settings;
        weights = new Weights(manager, type, random);
        attention = new WindowedAttention(settings.heads(), settings.window(), weights);
        int width = settings.width();
        double small = 1.0 / Math.sqrt(2.0 * settings.blocks());
        embedding = layer(features, width, 1.0);
        for (int i = 0; i < settings.blocks(); i++) {
            parts.add(new Part(scale(), layer(width, 3 * width, 1.0), layer(width, width, small), scale(),
                    layer(width, settings.expand(), 1.0), layer(settings.expand(), width, small)));
        }
        norm = scale();
        head = layer(width, 1, 1.0);
    }

    private Layer layer(int inputs, int outputs, double factor) {
        return new Layer(weights.normal(factor / Math.sqrt(inputs), outputs, inputs), weights.constant(0.0f, outputs));
    }

    private Scale scale() {
        return new Scale(weights.constant(1.0f, settings.width()), weights.constant(0.0f, settings.width()));
    }

    @Override
    public List<NDArray> parameters() {
        return weights.all();
    }

    @Override
    public int steps(int length) {
        return attention.steps(length);
    }

    @Override
    public NDArray logits(NDArray inputs, boolean training) {
        double dropout = settings.descent().dropout();
        NDArray x = Weights.dropout(embedding.of(inputs), dropout, training);
        for (Part part : parts) {
            NDArray projected = part.projection.of(part.norm1.of(x));
            x = x.add(part.output.of(attention.of(projected)));
            NDArray expanded = part.expand.of(part.norm2.of(x)).maximum(0.0f);
            x = x.add(part.contract.of(expanded));
        }
        return head.of(Weights.dropout(norm.of(x), dropout, training))
                .reshape(new Shape(inputs.getShape().get(0), inputs.getShape().get(1)));
    }

    @Override
    public TransformerWeights weights() {
        return new TransformerWeights(settings.heads(), settings.window(), embedding.read(),
                parts.stream().map(this::read).toList(), norm.read(), head.read());
    }

    private Block read(Part part) {
        float[] weight = Weights.read(part.projection.weight);
        float[] bias = Weights.read(part.projection.bias);
        return new Block(part.norm1.read(), third(weight, bias, 0), third(weight, bias, 1), third(weight, bias, 2),
                part.output.read(), part.norm2.read(), part.expand.read(), part.contract.read());
    }

    private static DenseLayer third(float[] weight, float[] bias, int place) {
        int weights = weight.length / 3;
        int biases = bias.length / 3;
        return new DenseLayer(Arrays.copyOfRange(weight, place * weights, (place + 1) * weights),
                Arrays.copyOfRange(bias, place * biases, (place + 1) * biases));
    }
}
