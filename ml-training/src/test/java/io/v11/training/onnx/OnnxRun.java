package io.v11.training.onnx;

import java.nio.FloatBuffer;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** A file of ours in ONNX Runtime through the official interface: the judge in parity tests. */
final class OnnxRun implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    OnnxRun(byte[] file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(file, options);
        }
    }

    /** Output of a net with one input of so many rows. */
    float[] rows(float[][] rows, int from, int to) throws OrtException {
        try (OnnxTensor input = tensor(RandomNets.flat(rows, from, to), to - from, rows[0].length);
                OrtSession.Result result = session.run(Map.of(OnnxWriter.INPUT, input))) {
            return column(result);
        }
    }

    /** Probabilities of an LSTM from a fresh start. */
    float[] lstm(float[][] rows, int from, int to, int hidden) throws OrtException {
        try (OnnxTensor input = tensor(RandomNets.flat(rows, from, to), to - from, 1, rows[0].length);
                OnnxTensor state = tensor(new float[hidden], 1, 1, hidden);
                OrtSession.Result result = session
                        .run(Map.of(OnnxWriter.INPUT, input, "hidden", state, "cell", state))) {
            return column(result);
        }
    }

    private OnnxTensor tensor(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
    }

    private static float[] column(OrtSession.Result result) throws OrtException {
        float[][] rows = (float[][]) result.get(OnnxWriter.OUTPUT).orElseThrow().getValue();
        float[] column = new float[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][0];
        }
        return column;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
