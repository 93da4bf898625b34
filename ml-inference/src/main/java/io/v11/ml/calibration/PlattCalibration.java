package io.v11.ml.calibration;

import io.v11.ml.Logistic;
import io.v11.ml.ModelException;

/**
 * Log-odds stretched and shifted: a * logit(p) + b (Platt 1999, on log-odds in place of margins; with b = 0 it is
 * temperature scaling of Guo et al. 2017, a = 1 / temperature). Immutable; {@link #apply} allocates nothing.
 *
 * @param slope a, at least 0: below 1 for a model that is too sure, 0 when it says nothing
 * @param shift b, log-odds
 */
public record PlattCalibration(double slope, double shift) implements Calibration {
    static final String METHOD = "PLATT";

    public PlattCalibration {
        Bounds.slope(METHOD, "a", slope);
        Bounds.shift(METHOD, "b", shift);
    }

    @Override
    public double apply(double probability) {
        return LogOdds.isProbability(probability)
                ? Logistic.probability(slope * LogOdds.of(probability) + shift)
                : Double.NaN;
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public double[] parameters() {
        return new double[]{slope, shift};
    }

    /** What parameters may be: within 1e6, which keeps every sum of theirs finite. */
    static final class Bounds {
        private static final double LARGEST = 1e6;

        private Bounds() {
        }

        static void slope(String method, String name, double value) {
            if (!(value >= 0.0 && value <= LARGEST)) {
                throw new ModelException("calibration " + method + ": " + name + " must be 0 to 1e6 so that order is "
                        + "kept, is " + value + "; fit the calibration again");
            }
        }

        static void shift(String method, String name, double value) {
            if (!(Math.abs(value) <= LARGEST)) {
                throw new ModelException("calibration " + method + ": " + name + " must be -1e6 to 1e6, is " + value
                        + "; fit the calibration again");
            }
        }
    }
}
