package io.v11.ml.onnx;

import java.nio.FloatBuffer;

/**
 * A way to ONNX Runtime, without standardiser and model around it, so that a benchmark can set one against another. It stands in this package because sessions are nobody else's business. Confined to one thread.
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

    /** An LSTM run over a window of rows from a fresh start. */
    public static NetCall lstmWindow(byte[] content, int steps, int features, int hidden) {
        return new NetCall(OnnxSession.open("benchmark", content,
                new OnnxPort[]{new OnnxPort("features", steps, 1, features), new OnnxPort("hidden", 1, 1, hidden),
                    new OnnxPort("cell", 1, 1, hidden)},
                new OnnxPort[]{new OnnxPort("probability", steps, 1), new OnnxPort("hiddenOut", 1, 1, hidden),
                    new OnnxPort("cellOut", 1, 1, hidden)}));
    }

    /** A Transformer run over a window of rows. */
    public static NetCall transformerWindow(byte[] content, int steps, int features) {
        return new NetCall(OnnxSession.open("benchmark", content,
                new OnnxPort[]{new OnnxPort("features", steps, features)},
                new OnnxPort[]{new OnnxPort("probability", steps, 1)}));
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
