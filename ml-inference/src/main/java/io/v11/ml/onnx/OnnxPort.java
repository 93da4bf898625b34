package io.v11.ml.onnx;

/**
 * A tensor of floats that goes into a net or comes out of it.
 *
 * @param name  in the file; empty for the only one there is, whatever it is called
 * @param shape with no free dimension left
 */
record OnnxPort(String name, long... shape) {
    /** The only one. */
    static OnnxPort only(long... shape) {
        return new OnnxPort("", shape);
    }

    int size() {
        int size = 1;
        for (long dimension : shape) {
            size *= (int) dimension;
        }
        return size;
    }
}
