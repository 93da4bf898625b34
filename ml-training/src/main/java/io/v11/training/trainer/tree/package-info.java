/** Trees by XGBoost: boosted one after the other, or a forest grown side by side. */
package io.v11.training.trainer.tree;
