package io.v11.ml.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
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
 * A session through the official Java interface with pinned outputs. It allocates a few hundred bytes per call inside
 * the interface; that is why {@link OnnxForeignSession} comes first and this one is the fallback.
 */
final class OnnxJavaSession implements OnnxSession {
    private final String name;
    private final OrtSession session;
    private final FloatBuffer[] inputs;
    private final FloatBuffer[] outputs;
    private final Map<String, OnnxTensor> inputTensors = new HashMap<>();
    private final Map<String, OnnxTensor> outputTensors = new HashMap<>();
    private final int last;

    OnnxJavaSession(String name, byte[] model, OnnxPort[] inputs, OnnxPort[] outputs) {
        this.name = name;
        this.inputs = new FloatBuffer[inputs.length];
        this.outputs = new FloatBuffer[outputs.length];
        last = outputs[0].size() - 1;
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "v11");
        try {
            session = createSession(environment, model);
        } catch (OrtException e) {
            throw refusal(e);
        }
        try {
            bind(environment, session.getInputInfo(), inputs, this.inputs, inputTensors, "input");
            bind(environment, session.getOutputInfo(), outputs, this.outputs, outputTensors, "output");
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

    /** One row in, one number out. */
    OnnxJavaSession(String name, byte[] model, int features) {
        this(name, model, OnnxSession.row(features), OnnxSession.row(1));
    }

    private void bind(OrtEnvironment environment, Map<String, NodeInfo> nodes, OnnxPort[] ports, FloatBuffer[] buffers,
            Map<String, OnnxTensor> tensors, String what) throws OrtException {
        OnnxSession.requireCount(name, nodes.size(), ports, what);
        for (int i = 0; i < ports.length; i++) {
            String port = ports[i].name().isEmpty() ? nodes.keySet().iterator().next() : ports[i].name();
            requireFloats(port, nodes.get(port), what);
            buffers[i] = direct(ports[i].size());
            tensors.put(port, OnnxTensor.createTensor(environment, buffers[i], ports[i].shape()));
        }
    }

    private void requireFloats(String port, NodeInfo node, String what) {
        if (node == null || !(node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT)) {
            throw new ModelException("model " + name + ": " + what + " " + port + " is "
                    + (node == null ? "missing" : node.getInfo()) + ", must be a tensor of floats; export it again");
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

    private static FloatBuffer direct(int count) {
        return ByteBuffer.allocateDirect(Float.BYTES * count).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    @Override
    public String backend() {
        return "ONNX Runtime, Java interface";
    }

    @Override
    public FloatBuffer input(int number) {
        return inputs[number];
    }

    @Override
    public FloatBuffer output(int number) {
        return outputs[number];
    }

    @Override
    public float run() {
        try (OrtSession.Result result = session.run(inputTensors, Set.of(), outputTensors)) {
            return outputs[0].get(last);
        } catch (OrtException e) {
            throw refusal(e);
        }
    }

    @Override
    public void close() {
        inputTensors.values().forEach(OnnxTensor::close);
        outputTensors.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("model " + name + ": cannot close its session: " + e.getMessage(), e);
        }
    }
}
