/**
 * Decision-tree ensembles in pure Java: the reader of XGBoost's model files, the kernels that walk the trees, and the
 * check of both against XGBoost's own library.
 */
package io.v11.ml.tree;
