package io.v11.ml.calibration;

import io.v11.ml.ModelException;

/**
 * A map from the probability that a model says to how often that comes true. It never turns the order of two probabilities
 * round, so ranking figures stay as they were but for ties. Immutable, may be shared by threads; deterministic on every
 * machine; {@link #apply} allocates nothing.
 */
public sealed interface Calibration
        permits IdentityCalibration, PlattCalibration, BetaCalibration, IsotonicCalibration {
    /** The model is right as it is. */
    Calibration IDENTITY = new IdentityCalibration();

    /**
     * The calibrated probability in [0, 1]; NaN for NaN and for a number that is no probability, so that nonsense stays
     * recognisable. Non-decreasing to the last bit.
     */
    double apply(double probability);

    /** The word by which a manifest names it. */
    String method();

    /** What {@link #of} needs beside the method to make the same calibration again, bit for bit. Cold path. */
    double[] parameters();

    /**
     * @param method     IDENTITY, PLATT, BETA or ISOTONIC
     * @param parameters none; a, b; a, b, c; or x1, y1, x2, y2... of the knots
     */
    static Calibration of(String method, double[] parameters) {
        return switch (method) {
            case IdentityCalibration.METHOD -> {
                require(method, parameters, 0, "none");
                yield IDENTITY;
            }
            case PlattCalibration.METHOD -> {
                require(method, parameters, 2, "a (slope) and b (shift)");
                yield new PlattCalibration(parameters[0], parameters[1]);
            }
            case BetaCalibration.METHOD -> {
                require(method, parameters, 3, "a, b (slopes) and c (shift)");
                yield new BetaCalibration(parameters[0], parameters[1], parameters[2]);
            }
            case IsotonicCalibration.METHOD -> IsotonicCalibration.of(parameters);
            default -> throw new ModelException("no calibration is called '" + method
                    + "'; there are IDENTITY, PLATT, BETA and ISOTONIC");
        };
    }

    private static void require(String method, double[] parameters, int count, String which) {
        if (parameters.length != count) {
            throw new ModelException("calibration " + method + " takes " + count + " parameters (" + which + "), not "
                    + parameters.length);
        }
    }
}
