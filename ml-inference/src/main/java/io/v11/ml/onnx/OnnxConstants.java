package io.v11.ml.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.InvalidProtocolBufferException;

import io.v11.ml.ModelException;

/** The constants of an ONNX file by name, each asked for with the shape that it must have. Cold path. */
final class OnnxConstants {
    private final String model;
    private final String net;
    private final Map<String, OnnxMl.TensorProto> tensors = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    OnnxConstants(String model, byte[] file) {
        this.model = model;
        try {
            OnnxMl.ModelProto content = OnnxMl.ModelProto.parseFrom(file);
            net = content.getGraph().getName();
            content.getGraph().getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
            content.getMetadataPropsList().forEach(note -> notes.put(note.getKey(), note.getValue()));
        } catch (InvalidProtocolBufferException e) {
            throw new ModelException("model " + model + ": its file is no ONNX file: " + e.getMessage()
                    + "; fetch or train it again", e);
        }
    }

    void requireNet(String expected) {
        if (!net.equals(expected)) {
            throw refusal("it holds the net '" + net + "' and not a " + expected);
        }
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** A whole number that the file says beside its tensors. */
    int note(String key) {
        String value = notes.get(key);
        if (value == null || !value.matches("[1-9][0-9]{0,5}")) {
            throw refusal("its note " + key + " must be a whole number above 0, is " + value);
        }
        return Integer.parseInt(value);
    }

    /** Length of one axis of a constant. */
    int size(String name, int axis) {
        OnnxMl.TensorProto tensor = tensor(name);
        if (axis >= tensor.getDimsCount() || tensor.getDims(axis) < 1 || tensor.getDims(axis) > Short.MAX_VALUE) {
            throw refusal("constant " + name + " has the shape " + tensor.getDimsList() + ", axis " + axis
                    + " must be between 1 and " + Short.MAX_VALUE);
        }
        return (int) tensor.getDims(axis);
    }

    /** The finite numbers of a constant. */
    float[] floats(String name, int... shape) {
        OnnxMl.TensorProto tensor = tensor(name, OnnxMl.TensorProto.DataType.FLOAT, shape);
        float[] values = new float[size(tensor)];
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (raw.remaining() != Float.BYTES * values.length) {
            throw refusal("constant " + name + " holds " + raw.remaining() + " bytes for " + values.length + " floats");
        }
        raw.asFloatBuffer().get(values);
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw refusal("constant " + name + " is " + values[i] + " at " + i);
            }
        }
        return values;
    }

    void requireFloats(String name, float[] expected, int... shape) {
        if (!Arrays.equals(expected, floats(name, shape))) {
            throw refusal("constant " + name + " is not what heads, window and width demand");
        }
    }

    /** Requires a constant that is a list of dimensions. */
    void requireShape(String name, long... expected) {
        OnnxMl.TensorProto tensor = tensor(name, OnnxMl.TensorProto.DataType.INT64, expected.length);
        ByteBuffer raw = ByteBuffer.allocate(Long.BYTES * expected.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(expected);
        if (!raw.equals(tensor.getRawData().asReadOnlyByteBuffer())) {
            throw refusal("constant " + name + " is not " + Arrays.toString(expected));
        }
    }

    /** A constant that nobody asked for is one that a kernel would leave out. */
    void requireAllRead() {
        Set<String> left = new TreeSet<>(tensors.keySet());
        left.removeAll(read);
        if (!left.isEmpty()) {
            throw refusal("constants " + left + " do not belong to a " + net);
        }
    }

    private OnnxMl.TensorProto tensor(String name, OnnxMl.TensorProto.DataType type, int... shape) {
        OnnxMl.TensorProto tensor = tensor(name);
        boolean same = tensor.getDimsCount() == shape.length;
        for (int i = 0; same && i < shape.length; i++) {
            same = tensor.getDims(i) == shape[i];
        }
        if (!same || tensor.getDataType() != type.getNumber()) {
            throw refusal("constant " + name + " has the shape " + tensor.getDimsList() + " and type "
                    + OnnxMl.TensorProto.DataType.forNumber(tensor.getDataType()) + ", must be " + type + " "
                    + Arrays.toString(shape));
        }
        read.add(name);
        return tensor;
    }

    private OnnxMl.TensorProto tensor(String name) {
        OnnxMl.TensorProto tensor = tensors.get(name);
        if (tensor == null) {
            throw refusal("constant " + name + " is missing");
        }
        return tensor;
    }

    private static int size(OnnxMl.TensorProto tensor) {
        return tensor.getDimsList().stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact);
    }

    ModelException refusal(String what) {
        return new ModelException(
                "model " + model + ": no net of ours in its ONNX file: " + what + "; export it again with V11");
    }
}
