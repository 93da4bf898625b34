/** Nets as numbers: the weights that training finds, that ONNX files hold and that the Java kernels multiply with. */
package io.v11.ml.net;
