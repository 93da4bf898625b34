package io.v11.ml.onnx;

import java.nio.FloatBuffer;

import io.v11.ml.ModelException;

/**
 * One net run for one event, single-threaded: intra- and inter-op threads 1, sequential, no spinning, inputs and outputs
 * bound once. Confined to one thread.
 */
interface OnnxSession extends AutoCloseable {
    /** Which way leads to the runtime, for reports. */
    String backend();

    /** Where the caller writes an input, by absolute index; inputs are numbered as they were declared. */
    FloatBuffer input(int number);

    /** Where a run leaves an output. */
    FloatBuffer output(int number);

    /** Runs the net on what the inputs hold; the last number of the first output. */
    float run();

    @Override
    void close();

    /** The inputs of a net with one. */
    default FloatBuffer input() {
        return input(0);
    }

    /** Opens the net by the foreign path, or by the Java interface where that cannot be had. */
    static OnnxSession open(String name, byte[] model, OnnxPort[] inputs, OnnxPort[] outputs) {
        try {
            return new OnnxForeignSession(name, model, inputs, outputs);
        } catch (LinkageError | IllegalCallerException e) {
            // No native access, or a system whose library is built otherwise: slower, but it serves.
            return new OnnxJavaSession(name, model, inputs, outputs);
        }
    }

    /** One row in, one number out. */
    static OnnxPort[] row(int features) {
        return new OnnxPort[]{OnnxPort.only(1, features)};
    }

    /** Refuses a net with more or fewer inputs or outputs than are bound. */
    static void requireCount(String name, long count, OnnxPort[] ports, String what) {
        if (count != ports.length) {
            throw new ModelException("model " + name + ": the net has " + count + " " + what + "s, must have "
                    + (ports.length == 1 ? "one" : ports.length) + "; export it again");
        }
    }
}
