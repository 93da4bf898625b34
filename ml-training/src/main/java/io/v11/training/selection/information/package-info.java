/**
 * How much features tell of the label, and of one another: mutual information over quantile bins, its band under labels that
 * are shifted against the features, and the two greedy criteria built on it, mRMR and JMI.
 *
 * <pre>
 *   Dataset -> BinnedRows -> Relevance (I(f;Y), NullBand) -> GreedySelection (mRMR | JMI)
 *                        +-> PairInformation (I(f;s), I(f,s;Y)) ---^
 * </pre>
 */
package io.v11.training.selection.information;
