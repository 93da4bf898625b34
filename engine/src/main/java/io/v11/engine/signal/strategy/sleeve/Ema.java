package io.v11.engine.signal.strategy.sleeve;

import io.v11.engine.slot.StateHash;

/** Exponential average that starts at its first value: {@code e += a (x - e)}, {@code a = 2 / (span + 1)}. */
final class Ema {
    private final double alpha;
    private double value = Double.NaN;

    Ema(double span) {
        alpha = 2.0 / (span + 1.0);
    }

    double add(double x) {
        value = Double.isNaN(value) ? x : value + alpha * (x - value);
        return value;
    }

    double value() {
        return value;
    }

    long addTo(long hash) {
        return StateHash.add(hash, value);
    }
}
