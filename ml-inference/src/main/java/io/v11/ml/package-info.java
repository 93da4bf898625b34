/** Feature schema and vector, models behind one interface, kernels, manifest and registry. */
package io.v11.ml;
