package io.v11.training.selection.importance;

/**
 * What the rows behind a fold's boundary say of models fitted before it: log loss (0.693 says nothing) and area under the ROC curve (0.5
 * says nothing), not weighted.
 *
 * @param rows          judged
 * @param baseLoss      of the share of ups before the boundary, said of every row
 * @param allLoss       of trees that see every feature
 * @param allArea       of the same
 * @param selectedLoss  of trees that see only what was selected before the boundary; NaN when nothing was
 * @param selectedArea  of the same
 * @param trees         in the model that sees every feature
 */
public record Judgement(int rows, double baseLoss, double allLoss, double allArea, double selectedLoss,
        double selectedArea, int trees) {
    /** The model that sees every feature forecasts better than the base rate does. */
    public boolean skilled() {
        return allLoss < baseLoss;
    }
}
