/**
 * What was tried, kept for good. A folder holds all searches that were ever run on some data:
 *
 * <pre>
 *   NAME.ledger    header, then a line for each trial in order of number; each closed by a hash of all before it
 *   NAME.returns   returns by period of the trials that have them: doubles, big end first, in the order of the trials
 *   holdout.log    a line for each reading of held-out data
 * </pre>
 *
 * Nothing here is ever deleted: {@link io.v11.training.optimisation.ledger.TrialCount} counts it all.
 */
package io.v11.training.optimisation.ledger;
