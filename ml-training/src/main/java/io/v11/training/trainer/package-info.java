/**
 * One trainer for each model family. A trainer sees train and validation rows, never the test rows, and gives back the
 * bytes of a model file; serving classes are no part of it.
 */
package io.v11.training.trainer;
