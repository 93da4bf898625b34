package io.v11.training.optimisation;

import java.util.List;

import io.v11.training.optimisation.trial.Trial;
import io.v11.training.optimisation.walk.WalkStep;

/**
 * What one step of the walk found.
 *
 * @param search    trials on train data, in order of number
 * @param finalists the best of them on validation data, the best of the search first
 * @param chosen    of the finalists
 */
public record StepResult(WalkStep step, List<Trial> search, List<Trial> finalists, Trial chosen) {
    public StepResult {
        search = List.copyOf(search);
        finalists = List.copyOf(finalists);
    }
}
