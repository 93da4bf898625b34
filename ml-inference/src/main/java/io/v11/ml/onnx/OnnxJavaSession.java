package io.v11.ml.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import io.v11.ml.ModelException;

/**
 * A session through the official Java interface with pinned output. It allocates a few hundred bytes per call inside
 * the interface; that is why {@link OnnxForeignSession} comes first and this one is the fallback.
 */
final class OnnxJavaSession implements OnnxSession {
    private final String name;
    private final OrtSession session;
    private final OnnxTensor inputTensor;
    private final OnnxTensor outputTensor;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    OnnxJavaSession(String name, byte[] model, int features) {
        this.name = name;
        input = direct(features);
        output = direct(1);
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "v11");
            session = createSession(environment, model);
            inputTensor = OnnxTensor.createTensor(environment, input, new long[]{1, features});
            outputTensor = OnnxTensor.createTensor(environment, output, new long[]{1, 1});
        } catch (OrtException e) {
            throw refusal(e);
        }
        try {
            inputs = Map.of(only(session.getInputInfo(), "input"), inputTensor);
            outputs = Map.of(only(session.getOutputInfo(), "output"), outputTensor);
            // The first run checks the shape of the net against ours.
            run();
        } catch (OrtException e) {
            close();
            throw refusal(e);
        } catch (ModelException e) {
            close();
            throw e;
        }
    }

    private static OrtSession createSession(OrtEnvironment environment, byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(model, options);
        }
    }

    private ModelException refusal(OrtException e) {
        return new ModelException("model " + name + ": ONNX Runtime refuses it: " + e.getMessage(), e);
    }

    private String only(Map<String, NodeInfo> nodes, String what) {
        if (nodes.size() != 1) {
            throw new ModelException("model " + name + ": the net has " + nodes.size() + " " + what
                    + "s, must have one; export it again");
        }
        NodeInfo node = nodes.values().iterator().next();
        if (!(node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT)) {
            throw new ModelException("model " + name + ": " + what + " " + node.getName() + " is " + node.getInfo()
                    + ", must be a tensor of floats; export it again");
        }
        return node.getName();
    }

    private static FloatBuffer direct(int count) {
        return ByteBuffer.allocateDirect(Float.BYTES * count).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    @Override
    public String backend() {
        return "ONNX Runtime, Java interface";
    }

    @Override
    public FloatBuffer input() {
        return input;
    }

    @Override
    public float run() {
        try (OrtSession.Result result = session.run(inputs, Set.of(), outputs)) {
            return output.get(0);
        } catch (OrtException e) {
            throw refusal(e);
        }
    }

    @Override
    public void close() {
        inputTensor.close();
        outputTensor.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("model " + name + ": cannot close its session: " + e.getMessage(), e);
        }
    }
}
