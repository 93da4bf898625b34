/** Writing ONNX files with the protobuf classes of the format: no Python, the same bytes every time. */
package io.v11.training.onnx;
