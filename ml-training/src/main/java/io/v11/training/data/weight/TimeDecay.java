package io.v11.training.data.weight;

import java.util.Comparator;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;

/** Weights that fall with age: markets change, and what is old says less. The newest row counts 1. */
public final class TimeDecay {
    private TimeDecay() {
    }

    /**
     * Piecewise linear over cumulated uniqueness instead of time, so that age passes with what is new and not with copies (López de
     * Prado, Advances in Financial Machine Learning, 4.7, snippet 4.11): with {@code x} the sum of uniqueness up to the row
     * and {@code X} that of all, {@code max(0, 1 - slope * (X - x))}.
     *
     * @param uniqueness of each row, see {@link Uniqueness}
     * @param oldest     1: no decay; 0 to 1: weight towards which the oldest row falls; -1 to 0: that share of the past counts nothing
     */
    public static double[] linear(Dataset data, int[] rows, double[] uniqueness, double oldest) {
        if (!(oldest > -1.0 && oldest <= 1.0)) {
            throw new ConfigurationException(
                    "the weight of the oldest row must be above -1 and at most 1, is " + oldest);
        }
        if (uniqueness.length != rows.length) {
            throw new IllegalArgumentException(
                    "lengths differ: rows=" + rows.length + " uniqueness=" + uniqueness.length);
        }
        int[] order = byTime(data, rows);
        double[] upTo = new double[rows.length];
        double sum = 0.0;
        for (int i : order) {
            sum += uniqueness[i];
            upTo[i] = sum;
        }
        double slope = oldest >= 0.0 ? (1.0 - oldest) / sum : 1.0 / ((oldest + 1.0) * sum);
        double[] weights = new double[rows.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(0.0, 1.0 - slope * (sum - upTo[i]));
        }
        return weights;
    }

    /** Exponential: half as much for each half-life that a row is older than the newest. */
    public static double[] halving(Dataset data, int[] rows, long halfLifeNs) {
        if (halfLifeNs <= 0L) {
            throw new ConfigurationException("the half-life of weights must be positive, is " + halfLifeNs + " ns");
        }
        long newest = Long.MIN_VALUE;
        for (int row : rows) {
            newest = Math.max(newest, data.eventTimeNs(row));
        }
        double[] weights = new double[rows.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.pow(0.5, (newest - data.eventTimeNs(rows[i])) / (double) halfLifeNs);
        }
        return weights;
    }

    /** Journals may have been replayed in any order. */
    private static int[] byTime(Dataset data, int[] rows) {
        return IntStream.range(0, rows.length).boxed()
                .sorted(Comparator.comparingLong(i -> data.eventTimeNs(rows[i]))).mapToInt(i -> i).toArray();
    }
}
