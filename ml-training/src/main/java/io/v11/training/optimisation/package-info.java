/**
 * Search for the parameters of a strategy, and the memory of all that was tried.
 *
 * <pre>
 *   walk -> for each step:
 *     sampler asks -> objective on train (workers) -> ledger, in order -> sampler is told -> ... -> the best
 *                  -> objective on validation      -> ledger           -> one is chosen
 *   ledgers of the folder -> TrialCount: what the deflated Sharpe ratio has to know
 *   holdout: read on request only, each reading in holdout.log
 * </pre>
 *
 * The same settings write the same ledger, byte for byte, whatever the number of workers and however often the
 * process was killed.
 */
package io.v11.training.optimisation;
