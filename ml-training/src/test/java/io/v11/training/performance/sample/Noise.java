package io.v11.training.performance.sample;

import java.util.SplittableRandom;

/** Seeded series with known truth. */
public final class Noise {
    private Noise() {
    }

    /** Independent normal values. */
    public static double[] normal(int count, double mean, double deviation, SplittableRandom random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = mean + deviation * random.nextGaussian();
        }
        return values;
    }

    /** x(t) = rho x(t - 1) + e. */
    static double[] autoregressive(int count, double rho, SplittableRandom random) {
        double[] values = new double[count];
        double last = random.nextGaussian() / Math.sqrt(1.0 - rho * rho);
        for (int i = 0; i < count; i++) {
            last = rho * last + random.nextGaussian();
            values[i] = last;
        }
        return values;
    }
}
