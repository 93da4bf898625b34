/** Nets as numbers: the weights that training finds, that ONNX files hold and that kernels multiply with. */
package io.v11.ml.net;
