package io.v11.ml.onnx;

import java.nio.FloatBuffer;

/**
 * One of the two ways to ONNX Runtime, without standardiser and model around it, so that a benchmark can set one against
 * the other. It stands in this package because sessions are nobody else's business. Confined to one thread.
 */
public final class NetCall implements AutoCloseable {
    private final OnnxSession session;

    private NetCall(OnnxSession session) {
        this.session = session;
    }

    /** The C interface called through {@code java.lang.foreign}: what the engine uses. */
    public static NetCall foreign(byte[] content, int features) {
        return new NetCall(new OnnxForeignSession("benchmark", content, features));
    }

    /** The official Java interface with pinned input and output: the engine's fallback. */
    public static NetCall official(byte[] content, int features) {
        return new NetCall(new OnnxJavaSession("benchmark", content, features));
    }

    public FloatBuffer input() {
        return session.input();
    }

    public float run() {
        return session.run();
    }

    @Override
    public void close() {
        session.close();
    }
}
