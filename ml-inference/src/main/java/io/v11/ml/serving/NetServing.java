package io.v11.ml.serving;

import io.v11.ml.Family;
import io.v11.ml.Memory;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.ServingBackend;
import io.v11.ml.Standardiser;
import io.v11.ml.net.StepNet;
import io.v11.ml.net.kernel.LstmKernel;
import io.v11.ml.net.kernel.PerceptronKernel;
import io.v11.ml.net.kernel.TransformerKernel;
import io.v11.ml.onnx.OnnxLstm;
import io.v11.ml.onnx.OnnxModel;
import io.v11.ml.onnx.OnnxWeights;
import io.v11.ml.onnx.OnnxWindow;

/** Opens the nets of every family by either backend. Cold path. */
public final class NetServing {
    private NetServing() {
    }

    /**
     * A model from its ONNX file, whose digest has been checked.
     *
     * @param name   for messages and reports
     * @param onnx   content of the file as {@code OnnxWriter} of the training module writes it
     * @param memory {@link Memory#NONE} for families that do not remember
     */
    public static Model open(Family family, String name, byte[] onnx, ModelInputs inputs, Standardiser standardiser,
            Memory memory, ServingBackend backend) {
        requireMemory(family, name, memory);
        if (backend == ServingBackend.ONNX && !family.remembers()) {
            return OnnxModel.open(name, onnx, inputs, standardiser, false);
        }
        StepNet net = backend == ServingBackend.KERNEL
                ? kernel(family, name, onnx)
                : session(family, name, onnx, memory);
        try {
            return new NetModel(name, inputs, standardiser, memory, family.remembers(), net);
        } catch (ModelException e) {
            net.close();
            throw e;
        }
    }

    private static StepNet kernel(Family family, String name, byte[] onnx) {
        OnnxWeights weights = new OnnxWeights(name, onnx);
        return switch (family) {
            case MLP, LOGISTIC -> new PerceptronKernel(weights.perceptron());
            case LSTM -> new LstmKernel(weights.lstm());
            case TRANSFORMER -> new TransformerKernel(weights.transformer());
            case XGBOOST, FOREST, STACK -> throw noNet(family, name);
        };
    }

    private static StepNet session(Family family, String name, byte[] onnx, Memory memory) {
        if (family == Family.LSTM) {
            return new OnnxLstm(name, onnx);
        }
        OnnxWindow window = new OnnxWindow(name, onnx);
        if (memory.warmUp() < window.steps() - 1) {
            window.close();
            throw new ModelException("model " + name + ": ONNX Runtime runs it over " + window.steps()
                    + " decisions and its warm-up is " + memory.warmUp() + "; train it with a warm-up of at least "
                    + (window.steps() - 1) + " or serve it by the kernel");
        }
        return window;
    }

    private static void requireMemory(Family family, String name, Memory memory) {
        switch (family) {
            case XGBOOST, FOREST, STACK -> throw noNet(family, name);
            case MLP, LOGISTIC -> {
                if (!memory.equals(Memory.NONE)) {
                    throw new ModelException(
                            "model " + name + ": a " + family + " has no memory and is given " + memory);
                }
            }
            case LSTM, TRANSFORMER -> {
                if (memory.maximumGapMs() == 0) {
                    throw new ModelException("model " + name + ": memory.maximumGapMs is 0, so that every decision "
                            + "would start afresh; give the longest pause that the model was trained across");
                }
            }
        }
    }

    private static ModelException noNet(Family family, String name) {
        return new ModelException("model " + name + ": family " + family + " is not served as a net");
    }
}
