package io.v11.ml;

/** What computes a net. */
public enum ServingBackend {
    /** Our Java kernels: the same bits on every machine, a step at a time. */
    KERNEL,
    /** ONNX Runtime on the model's file: what any other program that reads the file would compute. */
    ONNX
}
