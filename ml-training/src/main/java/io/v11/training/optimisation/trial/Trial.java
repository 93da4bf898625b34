package io.v11.training.optimisation.trial;

import java.util.List;

import io.v11.training.optimisation.space.Point;

/**
 * A point that was tried. Immutable.
 *
 * @param number  from 0, unique in its ledger
 * @param step    of the walk, from 0
 * @param segment of data it was tried on
 */
public record Trial(int number, Phase phase, int step, Segment segment, Point point, Outcome outcome) {
    /** What a trial is for. */
    public enum Phase {
        /** On train data: the sampler learns from it. */
        SEARCH,
        /** On validation data: one of the best of the search, to choose among them. */
        CHOICE
    }

    /** One for each goal, to be minimised; infinite where the trial failed. */
    public double[] losses(List<Goal> goals) {
        return goals.stream().mapToDouble(goal -> goal.loss(outcome)).toArray();
    }

    /** The same, with the measures of its outcome alone. */
    public Trial withoutReturns() {
        return new Trial(number, phase, step, segment, point, outcome.withoutReturns());
    }
}
