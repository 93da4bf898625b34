package io.v11.training.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;

/**
 * Writes an ONNX file node by node. Everything that is computed is float32, and shapes are fixed but for a dimension given
 * as {@link #ANY}, because one event is scored at a time. The same calls give the same bytes: no names, times or versions get in that the caller did not give, and protobuf writes
 * these messages, which hold no maps, in field order.
 *
 * <p>Operators and their versions: github.com/onnx/onnx, docs/Operators.md.
 */
public final class OnnxGraph {
    /** Operator set that the nodes are written against. */
    public static final int OPSET = 17;
    /** A dimension that each run may choose. */
    public static final long ANY = -1;
    /** IR version that belongs to operator set 17 (onnx/docs/Versioning.md). */
    private static final int IR_VERSION = 8;

    private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();
    private final OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.newBuilder().setIrVersion(IR_VERSION)
            .setProducerName("v11")
            .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
    private int nodes;

    public OnnxGraph(String name) {
        graph.setName(name);
    }

    /** Says something about the net that no tensor says; runtimes ignore it. */
    public OnnxGraph note(String key, String value) {
        model.addMetadataProps(OnnxMl.StringStringEntryProto.newBuilder().setKey(key).setValue(value));
        return this;
    }

    /** Declares an input. */
    public OnnxGraph input(String name, long... shape) {
        graph.addInput(tensor(name, shape));
        return this;
    }

    /** Declares an output. */
    public OnnxGraph output(String name, long... shape) {
        graph.addOutput(tensor(name, shape));
        return this;
    }

    /** Adds a constant in row-major order. */
    public OnnxGraph constant(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder().setName(name)
                .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()).setRawData(ByteString.copyFrom(raw));
        long size = 1;
        for (long dimension : shape) {
            tensor.addDims(dimension);
            size *= dimension;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "constant " + name + " has " + values.length + " values, its shape " + size);
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** Adds a shape: a constant list of whole numbers, as {@code Reshape} takes it. */
    public OnnxGraph shape(String name, long... dimensions) {
        ByteBuffer raw = ByteBuffer.allocate(dimensions.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(dimensions);
        graph.addInitializer(OnnxMl.TensorProto.newBuilder().setName(name).addDims(dimensions.length)
                .setDataType(OnnxMl.TensorProto.DataType.INT64.getNumber()).setRawData(ByteString.copyFrom(raw)));
        return this;
    }

    /** {@code output = input * weight^T + bias}: weights lie as PyTorch keeps them, a row for each output. */
    public OnnxGraph linear(String input, String weight, String bias, String output) {
        return node("Gemm", List.of(input, weight, bias), List.of(output), whole("transB", 1));
    }

    /** An operator of one input without attributes, e.g. {@code Relu}, {@code Sigmoid}. */
    public OnnxGraph unary(String operator, String input, String output) {
        return node(operator, List.of(input), List.of(output));
    }

    /** An operator of two inputs without attributes, e.g. {@code Add}, {@code MatMul}, {@code Reshape}. */
    public OnnxGraph binary(String operator, String left, String right, String output) {
        return node(operator, List.of(left, right), List.of(output));
    }

    /** Any operator; an input called "" is one that is left out. */
    public OnnxGraph node(String operator, List<String> inputs, List<String> outputs,
            OnnxMl.AttributeProto... attributes) {
        graph.addNode(OnnxMl.NodeProto.newBuilder().setOpType(operator).setName(operator + "_" + nodes++)
                .addAllInput(inputs).addAllOutput(outputs).addAllAttribute(List.of(attributes)));
        return this;
    }

    /** An attribute that is a whole number. */
    static OnnxMl.AttributeProto whole(String name, long value) {
        return OnnxMl.AttributeProto.newBuilder().setName(name).setI(value)
                .setType(OnnxMl.AttributeProto.AttributeType.INT).build();
    }

    /** An attribute that is a list of whole numbers. */
    static OnnxMl.AttributeProto wholes(String name, Long... values) {
        return OnnxMl.AttributeProto.newBuilder().setName(name).addAllInts(List.of(values))
                .setType(OnnxMl.AttributeProto.AttributeType.INTS).build();
    }

    /** An attribute that is a number. */
    static OnnxMl.AttributeProto number(String name, float value) {
        return OnnxMl.AttributeProto.newBuilder().setName(name).setF(value)
                .setType(OnnxMl.AttributeProto.AttributeType.FLOAT).build();
    }

    /** The file. */
    public byte[] toBytes() {
        return model.setGraph(graph).build().toByteArray();
    }

    private static OnnxMl.ValueInfoProto tensor(String name, long... shape) {
        OnnxMl.TensorShapeProto.Builder dimensions = OnnxMl.TensorShapeProto.newBuilder();
        for (long dimension : shape) {
            OnnxMl.TensorShapeProto.Dimension.Builder size = OnnxMl.TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(dimension == ANY ? size.setDimParam("time") : size.setDimValue(dimension));
        }
        OnnxMl.TypeProto.Tensor type = OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()).setShape(dimensions).build();
        return OnnxMl.ValueInfoProto.newBuilder().setName(name)
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(type)).build();
    }
}
