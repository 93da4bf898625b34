package io.v11.ml;

/**
 * What one number of a {@link FeatureVector} is. All four parts are hashed: a model that was fitted to another formula
 * under the same name would answer confidently and wrongly. Immutable; cold path.
 *
 * @param name          unique in its schema, a word
 * @param unit          e.g. bps, ratio, ticks; a word
 * @param formula       how it is computed, one line; changing it makes models that read the feature refuse to load
 * @param normalisation how it becomes the normalised input of a model
 */
public record FeatureDefinition(String name, String unit, String formula, Normalisation normalisation) {
    public FeatureDefinition {
        requireWord("feature name", name);
        requireWord("unit", unit);
        if (formula.isBlank() || formula.chars().anyMatch(c -> c < ' ')) {
            throw new ModelException("formula of feature '" + name + "' must be one line that says something, is '"
                    + formula + "'");
        }
    }

    /** The definition as one line, equal for equal definitions only: no part may hold a tab. */
    String canonical() {
        return name + '\t' + unit + '\t' + normalisation.text() + '\t' + formula;
    }

    private static void requireWord(String what, String word) {
        if (word.isEmpty() || word.chars().anyMatch(c -> c <= ' ')) {
            throw new ModelException(what + " '" + word + "' must be a word without white space");
        }
    }
}
