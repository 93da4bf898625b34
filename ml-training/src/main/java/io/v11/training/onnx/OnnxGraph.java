package io.v11.training.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;

/**
 * Writes an ONNX file node by node. Shapes are fixed and everything is float32, because one event is scored at a time. The
 * same calls give the same bytes: no names, times or versions get in that the caller did not give, and protobuf writes
 * these messages, which hold no maps, in field order.
 *
 * <p>Operators and their versions: github.com/onnx/onnx, docs/Operators.md.
 */
public final class OnnxGraph {
    /** Operator set that the nodes are written against. */
    public static final int OPSET = 17;
    /** IR version that belongs to operator set 17 (onnx/docs/Versioning.md). */
    private static final int IR_VERSION = 8;

    private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();
    private int nodes;

    public OnnxGraph(String name) {
        graph.setName(name);
    }

    /** Declares an input of fixed shape. */
    public OnnxGraph input(String name, long... shape) {
        graph.addInput(tensor(name, shape));
        return this;
    }

    /** Declares an output of fixed shape. */
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

    /** {@code output = input * weight^T + bias}: weights lie as PyTorch keeps them, a row for each output. */
    public OnnxGraph linear(String input, String weight, String bias, String output) {
        graph.addNode(node("Gemm", output).addInput(input).addInput(weight).addInput(bias)
                .addAttribute(OnnxMl.AttributeProto.newBuilder().setName("transB").setI(1)
                        .setType(OnnxMl.AttributeProto.AttributeType.INT)));
        return this;
    }

    /** An operator of one input without attributes, e.g. {@code Relu}, {@code Sigmoid}. */
    public OnnxGraph unary(String operator, String input, String output) {
        graph.addNode(node(operator, output).addInput(input));
        return this;
    }

    /** The file. */
    public byte[] toBytes() {
        return OnnxMl.ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("v11")
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET)).setGraph(graph)
                .build().toByteArray();
    }

    private OnnxMl.NodeProto.Builder node(String operator, String output) {
        return OnnxMl.NodeProto.newBuilder().setOpType(operator).setName(operator + "_" + nodes++).addOutput(output);
    }

    private static OnnxMl.ValueInfoProto tensor(String name, long... shape) {
        OnnxMl.TensorShapeProto.Builder dimensions = OnnxMl.TensorShapeProto.newBuilder();
        for (long dimension : shape) {
            dimensions.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        OnnxMl.TypeProto.Tensor type = OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()).setShape(dimensions).build();
        return OnnxMl.ValueInfoProto.newBuilder().setName(name)
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(type)).build();
    }
}
