package io.v11.ml.calibration;

/**
 * Probability to log-odds, the inverse of {@link io.v11.ml.Logistic}. Probabilities are kept 1e-6 away from 0 and 1, so that
 * a model that is quite sure, and wrong, costs at most 13.8 and the result is finite. Non-decreasing to the last bit:
 * {@link StrictMath#log} is semi-monotonic and rounding is monotonic. Stateless; allocates nothing.
 */
public final class LogOdds {
    /** How near to 0 and 1 a probability may come. */
    public static final double EDGE = 1e-6;

    private LogOdds() {
    }

    /** ln(p / (1 - p)) of the clipped probability; NaN stays NaN. */
    public static double of(double probability) {
        double p = clip(probability);
        return StrictMath.log(p) - StrictMath.log(1.0 - p);
    }

    /** The probability within [EDGE, 1 - EDGE]; NaN stays NaN. */
    public static double clip(double probability) {
        return Math.max(EDGE, Math.min(1.0 - EDGE, probability));
    }

    /** False for NaN and for what is no probability at all. */
    public static boolean isProbability(double value) {
        return value >= 0.0 && value <= 1.0;
    }
}
