package io.v11.training.generation;

/**
 * A candidate that was chosen.
 *
 * @param screened              what the training range said of it
 * @param totalNs               cost of it and all chosen before it
 * @param closest               largest |Spearman| with a base feature or one chosen before it
 * @param validationInformation I(c;Y) on rows that had no say, NaN when there are none
 * @param validationGain        beyond that of the better input there, chance included
 */
public record Chosen(Screened screened, double totalNs, double closest, double validationInformation,
        double validationGain) {
}
