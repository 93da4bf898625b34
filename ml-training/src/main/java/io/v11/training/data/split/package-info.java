/**
 * Folds in time over development rows: walks forward, anchored or sliding, and the combinatorial purged cross-validation.
 *
 * <pre>
 *   TimeSplit of the plan -> development rows (train and validation) -> Folds | CombinatorialFolds -> a TimeSplit each
 *                        \-> test rows: never seen here
 * </pre>
 */
package io.v11.training.data.split;
