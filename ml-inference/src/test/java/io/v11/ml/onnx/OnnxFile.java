package io.v11.ml.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small ONNX files for tests: the few protobuf messages of onnx.proto3 that a perceptron needs. */
public final class OnnxFile {
    private static final int FLOAT = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OnnxFile() {
    }

    /** One layer: weights by output row, then by input. */
    public record Layer(float[][] weights, float[] biases) {
    }

    /** Perceptron with ReLU between layers; a sigmoid behind the last when asked for. */
    public static byte[] perceptron(boolean sigmoid, Layer... layers) {
        OnnxFile graph = new OnnxFile();
        OnnxFile initializers = new OnnxFile();
        String previous = "features";
        for (int i = 0; i < layers.length; i++) {
            Layer layer = layers[i];
            boolean last = i == layers.length - 1;
            initializers.message(5,
                    tensor("layer" + i + ".weight", flat(layer.weights), layer.weights.length,
                            layer.weights[0].length));
            initializers.message(5, tensor("layer" + i + ".bias", layer.biases, layer.biases.length));
            OnnxFile transposed = new OnnxFile().text(1, "transB").number(3, 1).number(20, 2);
            String linear = last && !sigmoid ? "result" : "linear" + i;
            graph.message(1,
                    new OnnxFile().text(1, previous).text(1, "layer" + i + ".weight").text(1, "layer" + i + ".bias")
                            .text(2, linear)
                            .text(4, "Gemm").message(5, transposed));
            previous = linear;
            if (!last || sigmoid) {
                String activated = last ? "result" : "active" + i;
                graph.message(1,
                        new OnnxFile().text(1, previous).text(2, activated).text(4, last ? "Sigmoid" : "Relu"));
                previous = activated;
            }
        }
        graph.text(2, "perceptron");
        graph.bytes.writeBytes(initializers.bytes.toByteArray());
        graph.message(11, value("features", 1, layers[0].weights[0].length));
        graph.message(12, value("result", 1, 1));
        return model(graph);
    }

    /** A net that adds its two inputs: one input too many. */
    public static byte[] sum() {
        OnnxFile graph = new OnnxFile();
        graph.message(1, new OnnxFile().text(1, "a").text(1, "b").text(2, "result").text(4, "Add"));
        graph.text(2, "sum").message(11, value("a", 1, 1)).message(11, value("b", 1, 1))
                .message(12, value("result", 1, 1));
        return model(graph);
    }

    private static byte[] model(OnnxFile graph) {
        return new OnnxFile().number(1, 9).message(7, graph).message(8, new OnnxFile().text(1, "").number(2, 17)).bytes
                .toByteArray();
    }

    private static OnnxFile tensor(String name, float[] values, int... shape) {
        OnnxFile tensor = new OnnxFile();
        for (int size : shape) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).text(8, name).field(9, raw.array());
    }

    private static OnnxFile value(String name, int... shape) {
        OnnxFile dimensions = new OnnxFile();
        for (int size : shape) {
            dimensions.message(1, new OnnxFile().number(1, size));
        }
        OnnxFile tensor = new OnnxFile().number(1, FLOAT).message(2, dimensions);
        return new OnnxFile().text(1, name).message(2, new OnnxFile().message(1, tensor));
    }

    private static float[] flat(float[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[0].length);
        }
        return values;
    }

    private OnnxFile text(int field, String text) {
        return field(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxFile message(int field, OnnxFile message) {
        return field(field, message.bytes.toByteArray());
    }

    private OnnxFile field(int field, byte[] content) {
        varint(field << 3 | 2);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private OnnxFile number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest >= 0x80) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
