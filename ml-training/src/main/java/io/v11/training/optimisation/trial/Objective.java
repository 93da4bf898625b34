package io.v11.training.optimisation.trial;

import io.v11.training.optimisation.space.Point;

/**
 * What a trial is judged by. Must be pure: the same point and segment give the same answer on any thread, or no
 * ledger could be resumed. Called by several threads at once.
 */
public interface Objective {
    /** An exception stops the search; a point that cannot be judged gives {@link Outcome#failed}. */
    Outcome evaluate(Point point, Segment segment);
}
