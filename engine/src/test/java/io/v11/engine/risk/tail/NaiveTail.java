package io.v11.engine.risk.tail;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The measures written down as the definitions say, with everything computed anew and sorted: the oracle. */
final class NaiveTail {
    private NaiveTail() {
    }

    static double[] losses(double[][] rows, double[] exposures) {
        return Arrays.stream(rows).mapToDouble(row -> -IntStream.range(0, row.length)
                .mapToDouble(i -> row[i] * exposures[i]).sum()).toArray();
    }

    /** The lowest loss x with P(loss <= x) >= confidence. */
    static double valueAtRisk(double[] losses, double confidence) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < sorted.length; k++) {
            if ((k + 1) / (double) sorted.length >= confidence - 1e-12) {
                return sorted[k];
            }
        }
        throw new AssertionError("no quantile");
    }

    /** Minimum over z of z + E max(loss - z, 0) / (1 - confidence), which lies at one of the losses (Rockafellar and Uryasev 2000). */
    static double expectedShortfall(double[] losses, double confidence) {
        return Arrays.stream(losses).map(z -> z + Arrays.stream(losses).map(loss -> Math.max(loss - z, 0.0)).average()
                .orElseThrow() / (1.0 - confidence)).min().orElseThrow();
    }
}
