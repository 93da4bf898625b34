package io.v11.training.onnx;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.TransformerWeights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Files of nets over sequences, run by ONNX Runtime against the formulas. */
class SequenceFilesTest {
    private static final double TOLERANCE = 1e-5;

    @Test
    void shouldComputeAnLstmOverAWindowAndOverAStep() throws OrtException {
        RandomNets random = new RandomNets(21);
        LstmWeights weights = random.lstm(12, 16);
        float[][] rows = random.rows(40, 12);

        try (OnnxRun run = new OnnxRun(OnnxWriter.lstm(weights))) {
            assertClose(PlainNets.lstm(weights, rows), run.lstm(rows, 0, 40, 16));
            assertEquals(PlainNets.lstm(weights, rows)[0], run.lstm(rows, 0, 1, 16)[0], TOLERANCE);
        }
    }

    @Test
    void shouldComputeATransformerWhoseAttentionEndsAtItsWindow() throws OrtException {
        RandomNets random = new RandomNets(22);
        TransformerWeights weights = random.transformer(10, 12, 3, 5, 2);
        float[][] rows = random.rows(30, 10);

        try (OnnxRun run = new OnnxRun(OnnxWriter.transformer(weights, 30))) {
            assertClose(PlainNets.transformer(weights, rows), run.rows(rows, 0, 30));
        }
    }

    @Test
    void shouldNeedNoMoreThanTheReachForTheLastRow() throws OrtException {
        RandomNets random = new RandomNets(23);
        TransformerWeights weights = random.transformer(10, 12, 3, 5, 2);
        float[][] rows = random.rows(30, 10);
        int reach = weights.reach();

        try (OnnxRun run = new OnnxRun(OnnxWriter.transformer(weights, reach))) {
            float[] window = run.rows(rows, 30 - reach, 30);
            assertEquals(PlainNets.transformer(weights, rows)[29], window[reach - 1], TOLERANCE);
        }
    }

    @Test
    void shouldWriteTheSameBytesForTheSameNets() {
        assertArrayEquals(OnnxWriter.lstm(new RandomNets(3).lstm(8, 4)),
                OnnxWriter.lstm(new RandomNets(3).lstm(8, 4)));
        assertArrayEquals(OnnxWriter.transformer(new RandomNets(3).transformer(8, 4, 2, 3, 1), 7),
                OnnxWriter.transformer(new RandomNets(3).transformer(8, 4, 2, 3, 1), 7));
    }

    @Test
    void shouldRefuseToRunOverNoStep() {
        TransformerWeights weights = new RandomNets(3).transformer(8, 4, 2, 3, 1);

        assertThrows(IllegalArgumentException.class, () -> OnnxWriter.transformer(weights, 0));
    }

    private static void assertClose(double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE, "row " + i);
        }
    }
}
