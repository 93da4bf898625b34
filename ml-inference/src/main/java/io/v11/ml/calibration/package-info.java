/**
 * Probabilities that mean what they say, and when to keep silent: {@link io.v11.ml.calibration.Calibration} maps what a
 * model says onto how often that comes true, {@link io.v11.ml.calibration.CalibratedModel} does so for any model, and
 * {@link io.v11.ml.calibration.CoverageGate} answers a stated share of the decisions, the surest ones.
 */
package io.v11.ml.calibration;
