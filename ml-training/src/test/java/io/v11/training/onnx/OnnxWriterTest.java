package io.v11.training.onnx;

import java.util.List;
import java.util.Map;
import java.util.Random;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import org.junit.jupiter.api.Test;

import io.v11.ml.ModelException;
import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.PerceptronWeights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OnnxWriterTest {
    @Test
    void shouldRunInOnnxRuntimeAsWorkedOutByHand() throws OrtException {
        byte[] file = perceptron(
                new DenseLayer(new float[]{1f, -2f, 0.5f, /**/ -1f, 1f, 0f}, new float[]{0.25f, -0.5f}),
                new DenseLayer(new float[]{2f, -3f}, new float[]{0.125f}));

        // hidden = relu(1-4+1.5+0.25, -1+2-0.5) = (0, 0.5); logit = 0.125 - 1.5
        assertEquals(1.0 / (1.0 + Math.exp(1.375)), run(file, new float[]{1f, 2f, 3f}), 1e-7);
        // hidden = relu(2+0+0+0.25, -2+0-0.5) = (2.25, 0); logit = 4.625
        assertEquals(1.0 / (1.0 + Math.exp(-4.625)), run(file, new float[]{2f, 0f, 0f}), 1e-7);
    }

    @Test
    void shouldAgreeWithAPlainComputationOfALargerNet() throws OrtException {
        Random random = new Random(4);
        List<DenseLayer> layers = List.of(layer(random, 48, 32), layer(random, 32, 16), layer(random, 16, 1));
        byte[] file = OnnxWriter.perceptron(new PerceptronWeights(layers));
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file)) {
            for (int i = 0; i < 1000; i++) {
                float[] input = new float[48];
                for (int f = 0; f < input.length; f++) {
                    input[f] = (float) random.nextGaussian();
                }
                assertEquals(plain(layers, input), run(session, input), 1e-6);
            }
        }
    }

    @Test
    void shouldDeclareFixedShapesAndNames() throws OrtException {
        byte[] file = perceptron(layer(new Random(1), 7, 1));

        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file)) {
            TensorInfo input = (TensorInfo) session.getInputInfo().get("features").getInfo();
            TensorInfo output = (TensorInfo) session.getOutputInfo().get("probability").getInfo();
            assertArrayEquals(new long[]{1, 7}, input.getShape());
            assertArrayEquals(new long[]{1, 1}, output.getShape());
        }
    }

    @Test
    void shouldWriteTheSameBytesForTheSameNet() {
        assertArrayEquals(perceptron(layer(new Random(8), 20, 1)),
                perceptron(layer(new Random(8), 20, 1)));
    }

    @Test
    void shouldRefuseLayersThatDoNotFit() {
        Random random = new Random(2);
        List<DenseLayer> layers = List.of(layer(random, 4, 3), layer(random, 2, 1));

        ModelException refusal = assertThrows(ModelException.class, () -> new PerceptronWeights(layers));

        assertTrue(refusal.getMessage().contains("layer 1 of a perceptron takes 2 and gives 1 numbers, must take 3"),
                refusal.getMessage());
    }

    private static byte[] perceptron(DenseLayer... layers) {
        return OnnxWriter.perceptron(new PerceptronWeights(List.of(layers)));
    }

    private static DenseLayer layer(Random random, int inputs, int outputs) {
        float[] weight = new float[inputs * outputs];
        float[] bias = new float[outputs];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
        }
        for (int i = 0; i < outputs; i++) {
            bias[i] = (float) random.nextGaussian();
        }
        return new DenseLayer(weight, bias);
    }

    private static double plain(List<DenseLayer> layers, float[] input) {
        double[] values = new double[input.length];
        for (int i = 0; i < input.length; i++) {
            values[i] = input[i];
        }
        for (DenseLayer layer : layers) {
            double[] next = new double[layer.outputs()];
            for (int o = 0; o < next.length; o++) {
                double sum = layer.bias()[o];
                for (int i = 0; i < values.length; i++) {
                    sum += layer.weight()[o * values.length + i] * values[i];
                }
                next[o] = layer == layers.getLast() ? sum : Math.max(0, sum);
            }
            values = next;
        }
        return 1.0 / (1.0 + Math.exp(-values[0]));
    }

    private static double run(byte[] file, float[] input) throws OrtException {
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file)) {
            return run(session, input);
        }
    }

    private static double run(OrtSession session, float[] input) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new float[][]{input});
                OrtSession.Result result = session.run(Map.of("features", tensor))) {
            return ((float[][]) result.get(0).getValue())[0][0];
        }
    }
}
