package io.v11.training.performance.sample;

import org.hipparchus.special.Erf;

/**
 * The standard normal distribution, by Hipparchus' error function, which is Java throughout and so equal on every
 * machine.
 */
public final class Normal {
    private static final double SQRT_2 = StrictMath.sqrt(2.0);

    private Normal() {
    }

    /** P(Z <= z); keeps its digits in the lower tail. NaN stays NaN, infinities give 0 and 1. */
    public static double probability(double z) {
        if (Double.isInfinite(z)) {
            return z > 0.0 ? 1.0 : 0.0;
        }
        return Double.isNaN(z) ? Double.NaN : 0.5 * Erf.erfc(-z / SQRT_2);
    }

    /** The z with P(Z <= z) = probability, which must lie between 0 and 1, both excluded. */
    public static double quantile(double probability) {
        if (!(probability > 0.0 && probability < 1.0)) {
            throw new IllegalArgumentException(
                    "a normal quantile is asked for at " + probability + "; give a probability above 0 and below 1");
        }
        return probability > 0.5 ? -lower(1.0 - probability) : lower(probability);
    }

    /** The inverse of the library loses digits far out; one step of Halley's method on the tail gives them back. */
    private static double lower(double probability) {
        double z = -SQRT_2 * Erf.erfcInv(2.0 * probability);
        double density = StrictMath.exp(-0.5 * z * z) / StrictMath.sqrt(2.0 * StrictMath.PI);
        double step = (probability(z) - probability) / density;
        return z - step / (1.0 + 0.5 * z * step);
    }
}
