/** The same model by two ways of serving it, row for row: pure Java kernels against the libraries that they stand in for. */
package io.v11.ml.registry.parity;
