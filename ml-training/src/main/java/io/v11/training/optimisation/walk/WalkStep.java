package io.v11.training.optimisation.walk;

import io.v11.training.optimisation.trial.Segment;

/**
 * One step of a walk.
 *
 * @param train      searched on
 * @param validation chosen on, later than train
 */
public record WalkStep(Segment train, Segment validation) {
}
