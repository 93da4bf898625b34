package io.v11.ml.calibration;

import io.v11.ml.Logistic;

/**
 * Log-odds a * ln p - b * ln(1 - p) + c (Kull, Silva Filho, Flach 2017): the map that is right when the scores of ups and
 * those of downs are beta distributed. It bends the two ends separately and holds identity as a = b = 1, c = 0.
 * Immutable; {@link #apply} allocates nothing.
 *
 * @param low   a, at least 0: how much the distance from 0 counts
 * @param high  b, at least 0: how much the distance from 1 counts
 * @param shift c, log-odds
 */
public record BetaCalibration(double low, double high, double shift) implements Calibration {
    static final String METHOD = "BETA";

    public BetaCalibration {
        PlattCalibration.Bounds.slope(METHOD, "a", low);
        PlattCalibration.Bounds.slope(METHOD, "b", high);
        PlattCalibration.Bounds.shift(METHOD, "c", shift);
    }

    @Override
    public double apply(double probability) {
        if (!LogOdds.isProbability(probability)) {
            return Double.NaN;
        }
        double p = LogOdds.clip(probability);
        return Logistic.probability(low * StrictMath.log(p) - high * StrictMath.log(1.0 - p) + shift);
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public double[] parameters() {
        return new double[]{low, high, shift};
    }
}
