/**
 * Which parameters matter: a forest fitted to the trials, and the share of its variance that each parameter explains.
 */
package io.v11.training.optimisation.importance;
