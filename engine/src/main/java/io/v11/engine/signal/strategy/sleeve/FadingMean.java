package io.v11.engine.signal.strategy.sleeve;

import io.v11.engine.slot.StateHash;

/**
 * Exponentially weighted mean without a bias towards its start: {@code S = (1-a) S + a x}, {@code n = (1-a) n + a}, mean S / n,
 * {@code a = 2 / (span + 1)}.
 */
final class FadingMean {
    private final double alpha;
    private double sum;
    private double weight;

    FadingMean(double span) {
        alpha = 2.0 / (span + 1.0);
    }

    double add(double x) {
        sum = (1.0 - alpha) * sum + alpha * x;
        weight = (1.0 - alpha) * weight + alpha;
        return sum / weight;
    }

    /** 0 before the first value. */
    double mean() {
        return weight == 0.0 ? 0.0 : sum / weight;
    }

    long addTo(long hash) {
        return StateHash.add(StateHash.add(hash, sum), weight);
    }
}
