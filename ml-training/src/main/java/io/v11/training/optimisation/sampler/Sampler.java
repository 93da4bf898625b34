package io.v11.training.optimisation.sampler;

import java.util.List;

import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.trial.Trial;

/** Proposes points. A pure function of its seed and of what it was asked and told. Confined to one thread. */
public interface Sampler {
    /**
     * The next batch; the one before it must have been told.
     *
     * @param firstTrial number of its first trial: with the seed it decides all draws
     * @return at most {@code count} points; fewer when nothing else is left to try
     */
    List<Point> ask(int firstTrial, int count);

    /** All trials of the batch that was asked for last, in the order of their numbers. */
    void tell(List<Trial> batch);
}
