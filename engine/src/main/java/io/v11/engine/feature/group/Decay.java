package io.v11.engine.feature.group;

/**
 * exp(-elapsed / window) from a table and a short polynomial.
 * {@code exp(-(k + f) / 64) = T[k] * exp(-f / 64)} with f in [0, 1): six terms of the series leave a relative error
 * below 1e-16. Only additions and multiplications, hence the same bits on every machine, at a tenth of the cost of
 * StrictMath.exp. Beyond 40 windows the factor is 0. Stateless; allocates nothing.
 */
public final class Decay {
    /** Weights and sums below this are taken for 0: what fades away would else end in slow denormal numbers. */
    public static final double NOTHING = 1e-100;
    private static final int STEPS_PER_WINDOW = 64;
    private static final int STEPS = 40 * STEPS_PER_WINDOW;
    private static final double[] TABLE = new double[STEPS];

    static {
        for (int k = 0; k < STEPS; k++) {
            TABLE[k] = StrictMath.exp(-k / (double) STEPS_PER_WINDOW);
        }
    }

    private Decay() {
    }

    /** Table steps per nanosecond for a window: what {@link #factor} wants. */
    public static double rate(long windowNs) {
        return STEPS_PER_WINDOW / (double) windowNs;
    }

    public static double factor(long elapsedNs, double rate) {
        double steps = elapsedNs * rate;
        if (steps >= STEPS) {
            return 0.0;
        }
        int whole = (int) steps;
        double rest = (steps - whole) * (1.0 / STEPS_PER_WINDOW);
        double series = 1.0 / 24.0 - rest * (1.0 / 120.0 - rest * (1.0 / 720.0));
        series = 1.0 - rest * (1.0 - rest * (1.0 / 2.0 - rest * (1.0 / 6.0 - rest * series)));
        return TABLE[whole] * series;
    }
}
