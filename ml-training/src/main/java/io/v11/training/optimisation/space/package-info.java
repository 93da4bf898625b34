/**
 * What may be varied: typed parameters bound to configuration paths, and points among them. Knows nothing of trials.
 */
package io.v11.training.optimisation.space;
