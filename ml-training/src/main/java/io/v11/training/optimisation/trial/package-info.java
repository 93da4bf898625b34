/** A trial: a point, the stretch of data it was tried on, and what came of it. */
package io.v11.training.optimisation.trial;
