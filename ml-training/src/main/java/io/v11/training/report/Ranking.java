package io.v11.training.report;

import java.util.Arrays;
import java.util.Comparator;

import io.v11.training.metrics.Scores;

/** Rows by how sure the model is. */
final class Ranking {
    private Ranking() {
    }

    /** Row numbers, the probability farthest from 0.5 first; of equals the earlier. */
    static int[] byConfidence(Scores answered) {
        Integer[] rows = new Integer[answered.rows()];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, Comparator.comparingDouble(row -> -confidence(answered, row)));
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    static double confidence(Scores answered, int row) {
        return Math.abs(answered.probability()[row] - 0.5);
    }
}
