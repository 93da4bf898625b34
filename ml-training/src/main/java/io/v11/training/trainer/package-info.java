/**
 * One trainer for each model family. A trainer sees train and validation rows, never the test rows, and gives back the
 * bytes of a model file; serving classes are no part of it.
 *
 * <p>Here are the families that score a row by itself; {@code sequence} has the nets with memory, {@code torch} the gradient
 * steps of all nets.
 */
package io.v11.training.trainer;
