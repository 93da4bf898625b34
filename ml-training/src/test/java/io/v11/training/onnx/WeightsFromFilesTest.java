package io.v11.training.onnx;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.junit.jupiter.api.Test;

import io.v11.ml.ModelException;
import io.v11.ml.onnx.OnnxWeights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Weights come back from files bit for bit: written again they give the same file. Malformed files are refused. */
class WeightsFromFilesTest {
    private static final byte[] PERCEPTRON = OnnxWriter.perceptron(new RandomNets(1).perceptron(9, 5, 3, 1));
    private static final byte[] LSTM = OnnxWriter.lstm(new RandomNets(2).lstm(7, 6));
    private static final byte[] TRANSFORMER = OnnxWriter
            .transformer(new RandomNets(3).transformer(7, 12, 3, 5, 2), 9);

    @Test
    void shouldWriteTheSameFileFromWhatWasRead() {
        assertArrayEquals(PERCEPTRON, OnnxWriter.perceptron(read(PERCEPTRON).perceptron()));
        assertArrayEquals(LSTM, OnnxWriter.lstm(read(LSTM).lstm()));
        assertArrayEquals(TRANSFORMER, OnnxWriter.transformer(read(TRANSFORMER).transformer(), 9));
        assertEquals(9, read(TRANSFORMER).steps());
    }

    @Test
    void shouldGiveTheGatesInOurOrder() {
        assertArrayEquals(new RandomNets(2).lstm(7, 6).inputWeight(), read(LSTM).lstm().inputWeight());
        assertArrayEquals(new RandomNets(2).lstm(7, 6).bias(), read(LSTM).lstm().bias());
    }

    @Test
    void shouldRefuseAnotherNet() {
        assertRefused(LSTM, "net 'lstm' and not a perceptron", OnnxWeights::perceptron);
        assertRefused(PERCEPTRON, "net 'perceptron' and not a transformer", OnnxWeights::transformer);
    }

    @Test
    void shouldRefuseHalfAFile() {
        ModelException refusal = assertThrows(ModelException.class,
                () -> read(Arrays.copyOf(LSTM, LSTM.length / 2)));

        assertTrue(refusal.getMessage().startsWith("model net: its file is no ONNX file"), refusal.getMessage());
    }

    @Test
    void shouldNameTheConstantThatIsMissing() {
        assertRefused(without(PERCEPTRON, "layer1.bias"), "constant layer1.bias is missing", OnnxWeights::perceptron);
        assertRefused(without(LSTM, "lstm.recurrence"), "constant lstm.recurrence is missing", OnnxWeights::lstm);
        assertRefused(without(TRANSFORMER, "block1.key.weight"), "constant block1.key.weight is missing",
                OnnxWeights::transformer);
    }

    @Test
    void shouldNameTheConstantThatDoesNotBelong() {
        byte[] file = changed(PERCEPTRON, "layer2.bias", tensor -> tensor.setName("layer3.bias"));

        assertRefused(file, "constant layer2.bias is missing", OnnxWeights::perceptron);
        assertRefused(without(without(TRANSFORMER, "block1.norm1.gain"), "block1.key.bias"), "block1.contract.bias",
                OnnxWeights::transformer);
    }

    @Test
    void shouldNameTheConstantThatHasAnotherShape() {
        assertRefused(changed(LSTM, "lstm.bias", tensor -> tensor.setDims(1, 24)),
                "constant lstm.bias has the shape [1, 24]", OnnxWeights::lstm);
        assertRefused(changed(PERCEPTRON, "layer0.weight", tensor -> tensor.setDims(0, 1L << 40)),
                "axis 0 must be between 1 and", OnnxWeights::perceptron);
        assertRefused(changed(PERCEPTRON, "layer0.bias", tensor -> tensor.setRawData(ByteString.copyFrom(new byte[3]))),
                "constant layer0.bias holds 3 bytes for 5 floats", OnnxWeights::perceptron);
    }

    @Test
    void shouldRefuseNumbersThatAreNotFinite() {
        byte[] nan = {0, 0, (byte) 0xc0, 0x7f};
        byte[] file = changed(PERCEPTRON, "layer2.bias", tensor -> tensor.setRawData(ByteString.copyFrom(nan)));

        assertRefused(file, "constant layer2.bias is NaN at 0", OnnxWeights::perceptron);
    }

    @Test
    void shouldRefuseAttentionThatTheKernelWouldNotCompute() {
        byte[] ones = new byte[3 * 9 * 9 * Float.BYTES];

        assertRefused(changed(TRANSFORMER, "penalties", tensor -> tensor.setRawData(ByteString.copyFrom(ones))),
                "constant penalties is not what", OnnxWeights::transformer);
        assertRefused(changedNotes(TRANSFORMER, "6"), "constant penalties is not what", OnnxWeights::transformer);
        assertRefused(changedNotes(TRANSFORMER, "-1"), "note window must be a whole number above 0, is -1",
                OnnxWeights::transformer);
    }

    @Test
    void shouldRefuseASecondBiasOfTheLstm() {
        byte[] file = changed(LSTM, "lstm.bias", tensor -> {
            byte[] raw = tensor.getRawData().toByteArray();
            raw[raw.length - 1] = 0x40;
            tensor.setRawData(ByteString.copyFrom(raw));
        });

        assertRefused(file, "biases of the recurrence", OnnxWeights::lstm);
    }

    private static OnnxWeights read(byte[] file) {
        return new OnnxWeights("net", file);
    }

    private static void assertRefused(byte[] file, String reason, Function<OnnxWeights, ?> part) {
        ModelException refusal = assertThrows(ModelException.class, () -> part.apply(read(file)));

        assertTrue(refusal.getMessage().startsWith("model net: ") && refusal.getMessage().contains(reason),
                refusal.getMessage());
    }

    private static byte[] without(byte[] file, String constant) {
        OnnxMl.ModelProto.Builder model = parsed(file);
        OnnxMl.GraphProto.Builder graph = model.getGraphBuilder();
        graph.removeInitializer(place(graph, constant));
        return model.build().toByteArray();
    }

    private static byte[] changed(byte[] file, String constant, Consumer<OnnxMl.TensorProto.Builder> change) {
        OnnxMl.ModelProto.Builder model = parsed(file);
        OnnxMl.GraphProto.Builder graph = model.getGraphBuilder();
        change.accept(graph.getInitializerBuilder(place(graph, constant)));
        return model.build().toByteArray();
    }

    private static byte[] changedNotes(byte[] file, String window) {
        OnnxMl.ModelProto.Builder model = parsed(file);
        model.getMetadataPropsBuilder(1).setValue(window);
        return model.build().toByteArray();
    }

    private static int place(OnnxMl.GraphProto.Builder graph, String constant) {
        int place = 0;
        while (!graph.getInitializer(place).getName().equals(constant)) {
            place++;
        }
        return place;
    }

    private static OnnxMl.ModelProto.Builder parsed(byte[] file) {
        try {
            return OnnxMl.ModelProto.parseFrom(file).toBuilder();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
