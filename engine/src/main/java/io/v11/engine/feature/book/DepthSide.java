package io.v11.engine.feature.book;

import io.v11.config.Limits;
import io.v11.engine.slot.StateHash;

/**
 * One side of the visible book, measured: cumulative quantities and their distances from the best price. Recomputed by
 * each completed change of the book; distances and quantities are doubles in E8. Allocates nothing after construction.
 */
final class DepthSide {
    /** 1 / k, made once: a division per level and event would cost more than all the rest. */
    private static final double[] WEIGHTS = new double[Limits.VIEW_DEPTH];

    static {
        for (int k = 0; k < WEIGHTS.length; k++) {
            WEIGHTS[k] = 1.0 / (k + 1);
        }
    }

    /** {@code cumulative[k]}: quantity of the first k levels. */
    private final double[] cumulative = new double[Limits.VIEW_DEPTH + 1];
    /** {@code moments[k]}: quantity times distance from the best price, over the first k levels. */
    private final double[] moments = new double[Limits.VIEW_DEPTH + 1];
    private final double[] distances = new double[Limits.VIEW_DEPTH];
    private int levels;
    private double best;
    private double weighted;

    void measure(long[] pricesE8, long[] quantitiesE8, int count) {
        levels = count;
        if (count > 0) {
            best = pricesE8[0];
        }
        double total = 0.0;
        double moment = 0.0;
        double closer = 0.0;
        for (int k = 0; k < count; k++) {
            double quantity = quantitiesE8[k];
            double distance = Math.abs(pricesE8[k] - pricesE8[0]);
            total += quantity;
            moment += quantity * distance;
            closer += quantity * WEIGHTS[k];
            distances[k] = distance;
            cumulative[k + 1] = total;
            moments[k + 1] = moment;
        }
        weighted = closer;
    }

    int levels() {
        return levels;
    }

    double best() {
        return best;
    }

    /** Quantity of the first {@code count} levels. */
    double quantity(int count) {
        return cumulative[count];
    }

    /** From the best price to level {@code count} (1 is the best). */
    double distance(int count) {
        return distances[count - 1];
    }

    /** Quantity-weighted mean distance of the first {@code count} levels. */
    double centre(int count) {
        return moments[count] / cumulative[count];
    }

    /** Sum of q_k / k. */
    double weighted() {
        return weighted;
    }

    /** Mean of the cumulative shares Q_k / Q_n, k = 1..n: 1 when all rests at the best price, (n + 1) / 2n when even. */
    double shape(int count) {
        double sum = 0.0;
        for (int k = 1; k <= count; k++) {
            sum += cumulative[k];
        }
        return sum / (count * cumulative[count]);
    }

    /** Growth of depth behind the best level, (Q_n / Q_1 - 1), per {@code unit} of distance. */
    double slope(int count, double unit) {
        return (cumulative[count] / cumulative[1] - 1.0) * unit / distances[count - 1];
    }

    /** Second difference of cumulative depth at 0, {@code count} / 2 and {@code count} levels, by the depth of all. */
    double convexity(int count) {
        return (cumulative[count] - 2.0 * cumulative[count / 2]) / cumulative[count];
    }

    /** Quantity of the first {@code count} levels, each divided by its distance from a price before the best. */
    double pressure(int count, double beforeBest) {
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            sum += (cumulative[k + 1] - cumulative[k]) / (distances[k] + beforeBest);
        }
        return sum;
    }

    long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(start, levels), best);
        for (int k = 0; k < levels; k++) {
            hash = StateHash.add(hash, cumulative[k + 1]);
            hash = StateHash.add(hash, distances[k]);
        }
        return hash;
    }
}
