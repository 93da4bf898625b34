package io.v11.training.optimisation.trial;

import io.v11.config.ConfigurationException;

/**
 * A measure that should become small or large.
 *
 * @param measure name in {@link Outcome#measures}
 */
public record Goal(String measure, Direction direction) {
    /** Which way is better. */
    public enum Direction {
        MINIMISE, MAXIMISE
    }

    public Goal {
        if (!measure.matches(Outcome.NAME)) {
            throw new ConfigurationException("goal: '" + measure + "' is no name of a measure");
        }
    }

    /** To be minimised in any case; infinite where the trial failed. */
    public double loss(Outcome outcome) {
        if (outcome.hasFailed()) {
            return Double.POSITIVE_INFINITY;
        }
        double value = outcome.measure(measure);
        if (Double.isNaN(value)) {
            return Double.POSITIVE_INFINITY;
        }
        return direction == Direction.MINIMISE ? value : 0.0 - value;
    }
}
