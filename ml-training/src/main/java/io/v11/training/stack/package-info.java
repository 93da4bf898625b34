/**
 * Weights of a stack of models, not negative, fitted on what the members said about rows that they had not seen:
 * {@link io.v11.training.stack.NonNegativeLogistic}, on the solver {@link io.v11.training.stack.ProximalNewton} that calibration
 * uses too. Served by {@link io.v11.ml.stack.StackModel}.
 */
package io.v11.training.stack;
