package io.v11.ml.registry;

import java.util.StringJoiner;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;

/**
 * Inputs of one decision and the probability that serving them must give. Inputs are raw feature values before any
 * normalisation, one word each, {@code NaN} where a feature is not valid, so that a row stays one line. Cold path.
 *
 * @param inputs values in schema order, parted by blanks
 * @param output probability
 */
public record GoldenRow(String inputs, double output) {
    public GoldenRow {
        if (!(output >= 0.0 && output <= 1.0)) {
            throw new ModelException("golden output must be a probability, is " + output);
        }
    }

    /** The row of a vector; {@link Double#toString} keeps every bit. */
    public static GoldenRow of(FeatureVector features, double output) {
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < features.size(); i++) {
            text.add(Double.toString(features.isValid(i) ? features.value(i) : Double.NaN));
        }
        return new GoldenRow(text.toString(), output);
    }

    /** The vector that was described. */
    public FeatureVector vector() {
        String[] words = inputs.split(" ");
        FeatureVector vector = new FeatureVector(words.length);
        for (int i = 0; i < words.length; i++) {
            try {
                vector.set(i, Double.parseDouble(words[i]));
            } catch (NumberFormatException e) {
                throw new ModelException("golden input " + i + " '" + words[i] + "' is not a number", e);
            }
        }
        vector.ready(true);
        return vector;
    }
}
