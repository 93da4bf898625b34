package io.v11.ml.onnx;

import java.nio.FloatBuffer;

/**
 * One net, one row in, one number out, single-threaded: intra- and inter-op threads 1, sequential, no spinning, input
 * and output bound once. Confined to one thread.
 */
interface OnnxSession extends AutoCloseable {
    /** Which way leads to the runtime, for reports. */
    String backend();

    /** Where the caller writes the inputs, by absolute index. */
    FloatBuffer input();

    /** Runs the net on what {@link #input()} holds. */
    float run();

    @Override
    void close();
}
