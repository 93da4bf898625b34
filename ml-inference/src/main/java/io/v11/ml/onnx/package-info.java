/**
 * Neural nets served by ONNX Runtime: a session through {@code java.lang.foreign} that allocates nothing, and one
 * through the official Java interface where that path is not available.
 */
package io.v11.ml.onnx;
