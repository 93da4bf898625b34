package io.v11.training.optimisation;

import java.util.List;

import io.v11.training.optimisation.ledger.DataIdentity;
import io.v11.training.optimisation.ledger.TrialCount;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.walk.WalkForward;

/**
 * What a search found.
 *
 * @param steps           of the walk, in order of time
 * @param trials          ever run on the searched range, by any search of the folder: a Sharpe of this search means
 *                        nothing without it
 * @param holdoutTrials   ever run on the holdout's range: it is held out only when there are none
 * @param holdoutReadings of the holdout's range so far
 */
public record OptimisationResult(OptimisationSettings settings, DataIdentity data, SearchSpace space, WalkForward walk,
        List<StepResult> steps, TrialCount trials, TrialCount holdoutTrials, int holdoutReadings) {
    public OptimisationResult {
        steps = List.copyOf(steps);
    }

    /** What would be used from here on: the choice of the last step. */
    public Point chosen() {
        return steps.getLast().chosen().point();
    }
}
