package io.v11.benchmarks.subject;

import java.nio.FloatBuffer;

import io.v11.ml.net.LstmWeights;
import io.v11.ml.net.StepNet;
import io.v11.ml.net.TransformerWeights;
import io.v11.ml.net.kernel.LstmKernel;
import io.v11.ml.net.kernel.TransformerKernel;
import io.v11.ml.onnx.NetCall;
import io.v11.training.onnx.OnnxWriter;

/**
 * A net with memory in two ways: our kernel takes one step, ONNX Runtime runs over the whole window that gives the same
 * score. The rows go round, and each time that the last was taken both must say the same. Confined to one thread.
 */
public final class StreamedNet implements AutoCloseable {
    private static final int WIDTH = 32;
    private static final int WINDOW = 32;
    private static final double TOLERANCE = 1e-5;

    private final StepNet kernel;
    private final NetCall window;
    private final float[][] rows;
    private final boolean afreshEachRound;
    private final float expected;
    private int next;

    private StreamedNet(StepNet kernel, NetCall window, float[][] rows, boolean afreshEachRound) {
        this.kernel = kernel;
        this.window = window;
        this.rows = rows;
        this.afreshEachRound = afreshEachRound;
        FloatBuffer input = window.input();
        for (int i = 0; i < rows.length; i++) {
            input.put(i * WIDTH, rows[i]);
        }
        expected = window.run();
        // The first round of a Transformer looks back at less than a window.
        for (int i = 0; i < rows.length; i++) {
            kernel.step(0, rows[i]);
        }
    }

    /** LSTM of 32 inputs and 32 hidden units against a window of 32 rows from a fresh start. */
    public static StreamedNet lstm() {
        SeededWeights seeded = new SeededWeights(7);
        LstmWeights weights = seeded.lstm(WIDTH, WIDTH);
        return new StreamedNet(new LstmKernel(weights),
                NetCall.lstmWindow(OnnxWriter.lstm(weights), WINDOW, WIDTH, WIDTH), seeded.rows(WINDOW, WIDTH), true);
    }

    /** Transformer of width 32, 4 heads, window 32 and 2 blocks against the 63 rows that its score depends on. */
    public static StreamedNet transformer() {
        SeededWeights seeded = new SeededWeights(8);
        TransformerWeights weights = seeded.transformer(WIDTH, WIDTH, 4, WINDOW, 2);
        int reach = weights.reach();
        return new StreamedNet(new TransformerKernel(weights),
                NetCall.transformerWindow(OnnxWriter.transformer(weights, reach), reach, WIDTH),
                seeded.rows(reach, WIDTH), false);
    }

    /** One step of the kernel; false when a round ends with another score than the window's. */
    public boolean step() {
        int row = next;
        next = row + 1 == rows.length ? 0 : row + 1;
        if (row == 0 && afreshEachRound) {
            kernel.forget(0);
        }
        double probability = kernel.step(0, rows[row]);
        return next == 0 ? Math.abs(probability - expected) <= TOLERANCE : probability > 0 && probability < 1;
    }

    /** One run over the window; false when it gives another score than before. */
    public boolean window() {
        return window.run() == expected;
    }

    @Override
    public void close() {
        window.close();
    }
}
