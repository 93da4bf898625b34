package io.v11.training.trainer.sequence;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;

import io.v11.ml.InputPlane;
import io.v11.training.onnx.PlainNets;
import io.v11.training.trainer.torch.PyTorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The nets that are trained compute what the records say, and their gradients are those of that. */
class SequenceNetsTest {
    private static final long SEED = 71L;
    private static final int CHUNKS = 3;
    private static final int FEATURES = 4;
    /** Two groups of attention and a half, so that windows cross groups and the end is filled up. */
    private static final int STEPS = 20;
    private static final TransformerSettings TRANSFORMER = new TransformerSettings(8, 2, 2, 12, 8,
            new SequenceSettings(16, 14, 60_000, 5, InputPlane.RAW, List.of()),
            new DescentSettings(1, 1, 8, 0.01, 0, 1, 0, false));

    private final Random random = new Random(SEED);

    @Test
    void shouldComputeWhatTheLstmRecordSays() {
        try (NDManager manager = manager()) {
            LstmNet net = new LstmNet(manager, DataType.FLOAT32, FEATURES, 6, 0.0, random);

            shouldAgree(manager, net, rows -> PlainNets.lstm(net.weights(), rows));
        }
    }

    @Test
    void shouldComputeWhatTheTransformerRecordSays() {
        try (NDManager manager = manager()) {
            TransformerNet net = new TransformerNet(manager, DataType.FLOAT32, FEATURES, TRANSFORMER, random);

            shouldAgree(manager, net, rows -> PlainNets.transformer(net.weights(), rows));
        }
    }

    @Test
    void shouldHaveTheGradientsOfTheLstmLoss() {
        try (NDManager manager = manager()) {
            shouldHaveGradients(manager, new LstmNet(manager, DataType.FLOAT64, FEATURES, 6, 0.0, random));
        }
    }

    @Test
    void shouldHaveTheGradientsOfTheTransformerLoss() {
        try (NDManager manager = manager()) {
            shouldHaveGradients(manager,
                    new TransformerNet(manager, DataType.FLOAT64, FEATURES, TRANSFORMER, random));
        }
    }

    private void shouldAgree(NDManager manager, SequenceNet<?> net, Function<float[][], double[]> plain) {
        int steps = net.steps(STEPS);
        float[] inputs = draws(CHUNKS * steps * FEATURES);
        float[] logits = net.logits(PyTorch.tensor(manager, inputs, new Shape(CHUNKS, steps, FEATURES)), false)
                .toFloatArray();

        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            float[][] rows = new float[steps][FEATURES];
            for (int step = 0; step < steps; step++) {
                System.arraycopy(inputs, (chunk * steps + step) * FEATURES, rows[step], 0, FEATURES);
            }
            double[] expected = plain.apply(rows);
            for (int step = 0; step < steps; step++) {
                double probability = 1.0 / (1.0 + Math.exp(-logits[chunk * steps + step]));
                assertEquals(expected[step], probability, 1e-6, "seed " + SEED + " chunk " + chunk + " step " + step);
            }
        }
    }

    /** Central differences of 1e-5 in double against the library, for every parameter array and six of its numbers. */
    private void shouldHaveGradients(NDManager manager, SequenceNet<?> net) {
        int steps = net.steps(STEPS);
        Shape shape = new Shape(CHUNKS, steps);
        NDArray inputs = wide(manager, draws(CHUNKS * steps * FEATURES), new Shape(CHUNKS, steps, FEATURES));
        float[] ups = draws(CHUNKS * steps);
        float[] counts = new float[ups.length];
        for (int i = 0; i < ups.length; i++) {
            ups[i] = ups[i] > 0 ? 1 : 0;
            counts[i] = i % steps < 5 ? 0 : 0.5f + i % 3;
        }
        NDArray labels = wide(manager, ups, shape);
        NDArray weights = wide(manager, counts, shape);
        Engine engine = PyTorch.engine();
        try (GradientCollector collector = engine.newGradientCollector()) {
            collector.backward(SequenceFit.loss(net, inputs, labels, weights, 40));
        }

        double worst = 0.0;
        for (NDArray parameter : net.parameters()) {
            double[] gradient = parameter.getGradient().toDoubleArray();
            double largest = 1e-4;
            for (double value : gradient) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int draw = 0; draw < 6; draw++) {
                int at = random.nextInt(gradient.length);
                double slope = (moved(parameter, at, 1e-5, net, inputs, labels, weights)
                        - moved(parameter, at, -1e-5, net, inputs, labels, weights)) / 2e-5;
                // Against the largest slope of the array: of one that is nearly 0 the difference is only rounding.
                worst = Math.max(worst, Math.abs(slope - gradient[at]) / Math.max(Math.abs(slope), 1e-2 * largest));
            }
        }
        assertTrue(worst < 1e-4, "seed " + SEED + ": relative error of a gradient " + worst);
    }

    private static double moved(NDArray parameter, int at, double by, SequenceNet<?> net, NDArray inputs,
            NDArray labels, NDArray weights) {
        double[] values = parameter.toDoubleArray();
        double kept = values[at];
        values[at] = kept + by;
        parameter.set(values);
        double loss = SequenceFit.loss(net, inputs, labels, weights, 40).getDouble();
        values[at] = kept;
        parameter.set(values);
        return loss;
    }

    private float[] draws(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static NDArray wide(NDManager manager, float[] values, Shape shape) {
        return PyTorch.tensor(manager, values, shape).toType(DataType.FLOAT64, true);
    }

    private static NDManager manager() {
        return NDManager.newBaseManager(Device.cpu(), PyTorch.engine().getEngineName());
    }
}
