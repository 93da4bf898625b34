package io.v11.training.performance.luck;

import java.util.List;

/**
 * What an {@link AcceptanceRule} says of the winner of a search, with the figures it says it by.
 *
 * @param winner      index of the trial judged
 * @param sharpe      its Sharpe, deflated by the ledger
 * @param overfitting of the search, by CSCV
 * @param reality     White's reality check, which counts
 * @param predictive  Hansen's test, which is told beside it
 * @param refusals    reasons against; empty when accepted
 */
public record Verdict(int winner, JudgedSharpe sharpe, BacktestOverfitting overfitting, RealityCheck reality,
        PredictiveAbility predictive, List<String> refusals) {
    /** No reason against. */
    public boolean accepted() {
        return refusals.isEmpty();
    }

    /** The verdict and its figures, a line each. */
    public String text() {
        String head = accepted() ? "accepted" : "refused: " + String.join(", ", refusals);
        return String.join("\n", head, sharpe.text(), overfitting.text(), reality.text(), predictive.text());
    }
}
