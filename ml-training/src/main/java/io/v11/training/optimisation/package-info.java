/**
 * Search for the parameters of a strategy, and the memory of all that was tried.
 *
 * <pre>
 *   walk -> for each step: sampler asks -> objective on train (workers) -> ledger, in order -> sampler is told ... the best on validation -> chosen
 *                                                                            +-> TrialCount: what the deflated Sharpe has to know
 *   holdout: read once, each reading in holdout.log
 * </pre>
 *
 * The same settings write the same ledger, byte for byte, whatever the number of workers and however often the process was killed.
 */
package io.v11.training.optimisation;
