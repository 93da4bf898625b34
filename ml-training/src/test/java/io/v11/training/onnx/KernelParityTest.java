package io.v11.training.onnx;

import java.util.Arrays;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.PerceptronWeights;
import io.v11.ml.net.StepNet;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.kernel.LstmKernel;
import io.v11.ml.net.kernel.PerceptronKernel;
import io.v11.ml.net.kernel.TransformerKernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The Java kernels against ONNX Runtime on the files of the same weights, over many rows of nets of realistic size. */
class KernelParityTest {
    private static final int ROWS = 100_000;
    private static final double TOLERANCE = 1e-5;

    private final RandomNets random = new RandomNets(11);
    private final PerceptronWeights perceptron = random.perceptron(96, 64, 32, 1);
    private final LstmWeights lstm = random.lstm(32, 32);
    private final TransformerWeights transformer = random.transformer(32, 32, 4, 32, 2);

    @Test
    void shouldComputeThePerceptronOfTheFile() throws OrtException {
        float[][] rows = random.rows(ROWS, 96);
        double[] kernel = steps(new PerceptronKernel(perceptron), rows);
        float[] runtime = new float[ROWS];
        try (OnnxRun run = new OnnxRun(OnnxWriter.perceptron(perceptron))) {
            for (int i = 0; i < ROWS; i++) {
                runtime[i] = run.rows(rows, i, i + 1)[0];
            }
        }

        assertClose(runtime, kernel);
    }

    @Test
    void shouldStepTheLstmAsTheFileRunsOverTheWholeSequence() throws OrtException {
        float[][] rows = random.rows(ROWS, 32);
        double[] kernel = steps(new LstmKernel(lstm), rows);
        try (OnnxRun run = new OnnxRun(OnnxWriter.lstm(lstm))) {
            assertClose(run.lstm(rows, 0, ROWS, 32), kernel);
        }
    }

    @Test
    void shouldStepTheTransformerAsTheFileRunsOverTheLastRows() throws OrtException {
        float[][] rows = random.rows(ROWS, 32);
        double[] kernel = steps(new TransformerKernel(transformer), rows);
        // Every row from the reach on is right in a run, so that one run judges many steps.
        int reach = transformer.reach();
        int steps = reach + 100;
        int judged = 0;
        try (OnnxRun run = new OnnxRun(OnnxWriter.transformer(transformer, steps))) {
            for (int first = 0; first + steps <= ROWS; first += steps - reach + 1) {
                float[] runtime = run.rows(rows, first, first + steps);
                int from = first == 0 ? 0 : reach - 1;
                assertClose(Arrays.copyOfRange(runtime, from, steps),
                        Arrays.copyOfRange(kernel, first + from, first + steps));
                judged += steps - from;
            }
        }

        assertTrue(judged > ROWS - steps, judged + " rows judged");
    }

    @Test
    void shouldScoreAlikeWhenTheWidthsAreOdd() {
        float[][] rows = random.rows(200, 13);
        PerceptronWeights oddPerceptron = random.perceptron(13, 7, 5, 1);
        PerceptronWeights logistic = random.perceptron(13, 1);
        LstmWeights oddLstm = random.lstm(13, 5);
        TransformerWeights oddTransformer = random.transformer(13, 15, 5, 7, 3);

        for (PerceptronWeights weights : new PerceptronWeights[]{oddPerceptron, logistic}) {
            double[] scores = steps(new PerceptronKernel(weights), rows);
            for (int i = 0; i < rows.length; i++) {
                assertEquals(PlainNets.perceptron(weights, rows[i]), scores[i], TOLERANCE);
            }
        }
        assertArrayEquals(PlainNets.lstm(oddLstm, rows), steps(new LstmKernel(oddLstm), rows), TOLERANCE);
        assertArrayEquals(PlainNets.transformer(oddTransformer, rows),
                steps(new TransformerKernel(oddTransformer), rows), TOLERANCE);
    }

    @Test
    void shouldGiveTheSameBitsInterpretedAndCompiled() {
        assertSameAgain(new PerceptronKernel(perceptron), random.rows(ROWS, 96));
        assertSameAgain(new LstmKernel(lstm), random.rows(ROWS, 32));
        assertSameAgain(new TransformerKernel(transformer), random.rows(ROWS / 2, 32));
    }

    /** The first pass begins in the interpreter and goes through both compilers, the second runs what they made. */
    private static void assertSameAgain(StepNet net, float[][] rows) {
        double[] first = steps(net, rows);
        long state = net.addTo(1);
        net.forget(0);

        assertArrayEquals(first, steps(net, rows));
        assertEquals(state, net.addTo(1));
    }

    private static double[] steps(StepNet net, float[][] rows) {
        double[] scores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = net.step(0, rows[i]);
        }
        return scores;
    }

    private static void assertClose(float[] expected, double[] actual) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
        }
        assertEquals(expected.length, actual.length);
        assertTrue(worst <= TOLERANCE, "largest difference " + worst);
    }
}
