package io.v11.training.trainer.net;

import java.util.Arrays;
import java.util.Random;

import io.v11.ml.Family;
import io.v11.ml.ModelInputs;
import io.v11.ml.Standardiser;
import io.v11.training.data.Dataset;

/** The rows of one part as a net wants them: standardised floats row after row, labels 0 and 1, weights of mean 1. */
record NetRows(float[] values, float[] labels, float[] weights, int features) {
    /** Rows scored at one go. */
    static final int CHUNK = 8192;

    static NetRows of(Family family, Dataset data, int[] rows, float[] weights, ModelInputs inputs,
            Standardiser standardiser) {
        if (rows.length == 0) {
            throw new IllegalArgumentException(family.text()
                    + ": no rows to train or to validate on; check the time ranges of the plan against the journals");
        }
        int features = inputs.size();
        float[] values = new float[Math.multiplyExact(rows.length, features)];
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < features; f++) {
                values[i * features + f] = standardiser.inputOrMean(f, data.input(rows[i], inputs, f));
            }
            labels[i] = data.up(rows[i]) ? 1.0f : 0.0f;
        }
        return new NetRows(values, labels, weights, features);
    }

    int count() {
        return labels.length;
    }

    float[] inputs(int from, int count) {
        return Arrays.copyOfRange(values, from * features, (from + count) * features);
    }

    float[] inputs(int[] order, int from, int count) {
        float[] batch = new float[count * features];
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, order[from + i] * features, batch, i * features, features);
        }
        return batch;
    }

    float[] pick(float[] column, int[] order, int from, int count) {
        float[] batch = new float[count];
        for (int i = 0; i < count; i++) {
            batch[i] = column[order[from + i]];
        }
        return batch;
    }

    /** Row numbers in random order; Fisher and Yates. */
    int[] shuffled(Random random) {
        int[] order = new int[count()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
