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
 * @param output probability, or {@value #ABSTAINS} where the model is still warming up
 */
public record GoldenRow(String inputs, String output) {
    private static final String ABSTAINS = "abstains";

    public GoldenRow {
        double probability = probability(output);
        if (probability < 0.0 || probability > 1.0) {
            throw new ModelException("golden output must be a probability, is " + output);
        }
    }

    /** @param probability NaN where the model abstains */
    public GoldenRow(String inputs, double probability) {
        this(inputs, Double.isNaN(probability) ? ABSTAINS : Double.toString(probability));
    }

    /** What serving must give, NaN where the model abstains. */
    public double probability() {
        return probability(output);
    }

    private static double probability(String output) {
        return output.equals(ABSTAINS) ? Double.NaN : number("golden output", output);
    }

    private static double number(String what, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ModelException(what + " '" + text + "' is not a number", e);
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
            values[i] = number("golden input " + i, words[i]);
        }
        return read.vector(values);
    }
}
