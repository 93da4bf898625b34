/**
 * Which features say the same: rank correlations of all pairs, and groups of features by average linkage.
 */
package io.v11.training.selection.cluster;
