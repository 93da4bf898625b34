package io.v11.ml.net.kernel;

import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.ml.net.StateDigest;
import io.v11.ml.net.TransformerWeights;

/**
 * Causal attention of the newest step over those in the window, whose keys and values it keeps in a ring for each
 * instrument. Keys lie by number and then by step, so that the scores of all steps are computed side by side; values lie by
 * head, step and number, so that a head's mixture is too. Sums run in the order of the ring. Confined to one thread;
 * allocates nothing per call.
 */
final class AttentionKernel {
    private static final int STRIDE = 8;

    private final int heads;
    private final int size;
    private final int window;
    private final float scale;
    private final float[][][] keys;
    private final float[][][][] values;
    /** For each head the penalties of a full ring, twice over: where the reading begins says which slot is newest. */
    private final float[][] penalties;
    private final float[] scores;
    private final float[] mixture;

    AttentionKernel(TransformerWeights weights) {
        heads = weights.heads();
        size = weights.width() / heads;
        window = weights.window();
        scale = weights.scale();
        keys = new float[Limits.INSTRUMENTS][weights.width()][window];
        values = new float[Limits.INSTRUMENTS][heads][window][size];
        penalties = new float[heads][2 * window];
        for (int head = 0; head < heads; head++) {
            for (int i = 0; i < 2 * window; i++) {
                int distance = (2 * window - 1 - i) % window;
                penalties[head][i] = -TransformerWeights.slope(head, heads) * distance;
            }
        }
        scores = new float[window];
        mixture = new float[size];
    }

    /**
     * Keeps the key and value of a step and attends.
     *
     * @param slot      place of the step in the ring
     * @param seen      steps in the ring, this one included; they are at the slots 0 to {@code seen - 1}
     * @param projected query, key and value, one behind the other
     * @param attended  gets the mixtures of all heads
     */
    void step(int instrument, int slot, int seen, float[] projected, float[] attended) {
        float[][] instrumentKeys = keys[instrument];
        int width = heads * size;
        for (int i = 0; i < width; i++) {
            projected[i] *= scale;
            instrumentKeys[i][slot] = projected[width + i];
        }
        for (int head = 0; head < heads; head++) {
            System.arraycopy(projected, 2 * width + head * size, values[instrument][head][slot], 0, size);
            System.arraycopy(penalties[head], window - 1 - slot, scores, 0, seen);
            addRows(projected, head * size, instrumentKeys, head * size, size, scores, seen);
            float total = stepShares(seen);
            stepMix(values[instrument][head], seen);
            for (int i = 0; i < size; i++) {
                attended[head * size + i] = mixture[i] / total;
            }
        }
    }

    /** Turns scores into shares that are not divided by their sum yet, and gives the sum. */
    private float stepShares(int seen) {
        float highest = scores[0];
        for (int i = 1; i < seen; i++) {
            highest = Math.max(highest, scores[i]);
        }
        for (int i = 0; i < seen; i++) {
            scores[i] -= highest;
        }
        Activations.exp(scores, seen);
        return LayerNorm.sum(scores, seen);
    }

    private void stepMix(float[][] rows, int seen) {
        Arrays.fill(mixture, 0.0f);
        addRows(scores, 0, rows, 0, seen, mixture, size);
    }

    private static void addRows(float[] factors, int first, float[][] rows, int firstRow, int rowCount, float[] sums,
            int count) {
        int i = 0;
        for (; i <= rowCount - STRIDE; i += STRIDE) {
            Matrix.addEight(factors, first + i, rows, firstRow + i, sums, count);
        }
        for (; i < rowCount; i++) {
            Matrix.addOne(factors[first + i], rows[firstRow + i], sums, count);
        }
    }

    /** Adds what the ring of an instrument holds. */
    long addTo(long hash, int instrument, int seen) {
        long mixed = hash;
        for (float[] key : keys[instrument]) {
            mixed = StateDigest.add(mixed, key, 0, seen);
        }
        for (float[][] head : values[instrument]) {
            for (int slot = 0; slot < seen; slot++) {
                mixed = StateDigest.add(mixed, head[slot], 0, size);
            }
        }
        return mixed;
    }
}
