package io.v11.training.optimisation.walk;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.trial.Segment;

/**
 * Cuts a range of time. Purge is left out before each boundary and embargo after it:
 *
 * <pre>
 *   anchored   train-0   . validation-0 .                              . holdout
 *              train-1                  . validation-1 .               . holdout
 *              train-2                                 . validation-2  . holdout
 *   sliding              train-1        . validation-1 .               . holdout
 * </pre>
 *
 * As many steps as fit whole before the holdout.
 *
 * @param steps   in order of time
 * @param holdout later than all of them
 */
public record WalkForward(List<WalkStep> steps, Segment holdout) {
    private static final int STEPS_MAX = 1_000;

    public WalkForward {
        steps = List.copyOf(steps);
    }

    public static WalkForward of(WalkSettings settings) {
        long fromNs = settings.fromNs();
        long toNs = settings.toNs();
        long trainNs = WalkSettings.ns(settings.trainMinutes());
        long validationNs = WalkSettings.ns(settings.validationMinutes());
        long purgeNs = WalkSettings.ns(settings.purgeMinutes());
        long embargoNs = WalkSettings.ns(settings.embargoMinutes());
        long holdoutNs = toNs - WalkSettings.ns(settings.holdoutMinutes());
        List<WalkStep> steps = new ArrayList<>();
        for (long boundaryNs = fromNs + trainNs; boundaryNs + validationNs <= holdoutNs; boundaryNs += validationNs) {
            int number = steps.size();
            if (number == STEPS_MAX) {
                throw new ConfigurationException("walk: more than " + STEPS_MAX + " steps; lengthen validationMinutes");
            }
            long beginNs = settings.mode() == WalkSettings.Mode.ANCHORED ? fromNs : boundaryNs - trainNs;
            steps.add(new WalkStep(new Segment("train-" + number, beginNs, boundaryNs - purgeNs), new Segment(
                    "validation-" + number, boundaryNs + embargoNs, boundaryNs + validationNs - purgeNs)));
        }
        if (steps.isEmpty()) {
            throw new ConfigurationException("walk: from " + settings.from() + " to " + settings.to()
                    + " there is no room for train, validation and holdout; shorten them or give a longer range");
        }
        return new WalkForward(steps, new Segment("holdout", holdoutNs + embargoNs, toNs));
    }

    /** From the beginning of the first train data to the end of the last validation data. */
    public Segment searched() {
        return new Segment("searched", steps.getFirst().train().fromNs(), steps.getLast().validation().toNs());
    }
}
