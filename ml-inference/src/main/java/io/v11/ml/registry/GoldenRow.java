package io.v11.ml.registry;

import java.util.StringJoiner;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

/**
 * Inputs of one decision and the probability that serving them must give. Inputs are what the
 * model reads of a vector, before any scaling of its own: one word each, {@code NaN} where there is no value, so that a row
 * stays one line. The rows of a model with memory follow one another from a fresh start. Cold path.
 *
 * @param inputs values in the order of the model's inputs, parted by blanks
 * @param output probability, NaN where the model abstains because it is still warming up
 */
public record GoldenRow(String inputs, double output) {
    public GoldenRow {
        if (output < 0.0 || output > 1.0) {
            throw new ModelException("golden output must be a probability, is " + output);
        }
    }

    /** What a model reads of a vector; {@link Double#toString} keeps every bit. */
    public static GoldenRow of(ModelInputs inputs, FeatureVector features, double output) {
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < inputs.size(); i++) {
            text.add(Double.toString(inputs.value(features, i)));
        }
        return new GoldenRow(text.toString(), output);
    }

    /** A vector of which a model with these inputs reads what was described. */
    public FeatureVector vector(ModelInputs read) {
        String[] words = inputs.split(" ");
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                values[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                throw new ModelException("golden input " + i + " '" + words[i] + "' is not a number", e);
            }
        }
        return read.vector(values);
    }
}
