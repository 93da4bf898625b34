/**
 * What fitted trees make of the features, on rows that they have not seen: gain, SHAP, and the loss when a feature's values are
 * shifted in time.
 */
package io.v11.training.selection.importance;
