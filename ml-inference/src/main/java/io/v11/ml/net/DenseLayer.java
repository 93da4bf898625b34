package io.v11.ml.net;

import io.v11.ml.ModelException;

/**
 * One fully connected layer. Immutable by convention: the arrays are handed over.
 *
 * @param weight a row of {@code inputs} values for each output
 * @param bias   a value for each output
 */
public record DenseLayer(float[] weight, float[] bias) {
    public DenseLayer {
        if (bias.length == 0 || weight.length == 0 || weight.length % bias.length != 0) {
            throw new ModelException("layer does not fit: weights=" + weight.length + " biases=" + bias.length);
        }
    }

    public int inputs() {
        return weight.length / bias.length;
    }

    public int outputs() {
        return bias.length;
    }

    /** Refuses a layer of another shape; {@code what} names it. */
    DenseLayer require(String what, int inputs, int outputs) {
        if (inputs() != inputs || outputs() != outputs) {
            throw new ModelException(what + " takes " + inputs() + " and gives " + outputs() + " numbers, must take "
                    + inputs + " and give " + outputs);
        }
        return this;
    }
}
