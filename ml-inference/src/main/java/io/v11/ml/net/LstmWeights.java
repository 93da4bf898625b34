package io.v11.ml.net;

import io.v11.ml.ModelException;

/**
 * One LSTM layer (Hochreiter and Schmidhuber 1997, with forget gate) and a linear head that gives the log-odds.
 *
 * <pre>
 *   i, f, o = sigmoid(Wx + Rh + b)    g = tanh(Wx + Rh + b)
 *   c' = f * c + i * g                h' = o * tanh(c')          log-odds = head(h')
 * </pre>
 *
 * Rows of the matrices in the order of gates i, f, g, o, as PyTorch has them.
 *
 * @param inputWeight     [4 hidden][inputs]
 * @param recurrentWeight [4 hidden][hidden]
 * @param bias            [4 hidden], of input and recurrence together
 * @param head            hidden to one output
 */
public record LstmWeights(int inputs, int hidden, float[] inputWeight, float[] recurrentWeight, float[] bias,
        DenseLayer head) {
    /** Gates of a cell. */
    public static final int GATES = 4;

    public LstmWeights {
        if (inputs < 1 || hidden < 1 || inputWeight.length != GATES * hidden * inputs
                || recurrentWeight.length != GATES * hidden * hidden || bias.length != GATES * hidden) {
            throw new ModelException("LSTM of " + inputs + " inputs and " + hidden + " hidden units does not fit: "
                    + inputWeight.length + " input weights, " + recurrentWeight.length + " recurrent weights, "
                    + bias.length + " biases");
        }
        head.require("head of the LSTM", hidden, 1);
    }
}
