/**
 * One trainer for each model family. A trainer sees train and validation rows, never the test rows, and gives back the
 * bytes of a model file; serving classes are no part of it.
 *
 * <p>Here is what all of them share: which features are inputs, what a row counts, when to stop. Families live in {@code tree},
 * {@code net} (without memory) and {@code sequence} (with memory); {@code torch} has the gradient steps of nets.
 */
package io.v11.training.trainer;
