/** Walk-forward folds over development rows, and how much what is chosen on them agrees. */
package io.v11.training.selection.fold;
