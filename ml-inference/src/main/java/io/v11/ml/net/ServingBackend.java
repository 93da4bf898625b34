package io.v11.ml.net;

/** What computes a net. */
public enum ServingBackend {
    /** Pure Java kernels. */
    KERNEL,
    /** ONNX Runtime. */
    ONNX
}
