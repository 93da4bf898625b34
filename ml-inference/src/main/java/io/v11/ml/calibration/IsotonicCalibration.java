package io.v11.ml.calibration;

import io.v11.ml.ModelException;

/**
 * A rising broken line through knots, flat outside them: straight lines between the centres of the blocks of an isotonic
 * regression (Zadrozny, Elkan 2002; centres instead of steps after Oron, Flournoy 2017), so that fewer probabilities become
 * equal than with steps. Immutable; {@link #apply} is a binary search among at most 64 knots and allocates nothing.
 */
public final class IsotonicCalibration implements Calibration {
    /** Knots that a line may have. */
    public static final int KNOTS = 64;
    static final String METHOD = "ISOTONIC";

    /** What the model says at each knot, ascending. */
    private final double[] said;
    /** What comes true there, not descending. */
    private final double[] observed;

    /**
     * @param said     what the model says at each knot, strictly ascending, in [0, 1]
     * @param observed how often it comes true there, not descending, in [0, 1]
     */
    public IsotonicCalibration(double[] said, double[] observed) {
        this.said = said.clone();
        this.observed = observed.clone();
        int knots = said.length;
        check(knots >= 1 && knots <= KNOTS && knots == observed.length, "must have 1 to " + KNOTS
                + " knots of two numbers each, has " + knots + " and " + observed.length);
        for (int i = 0; i < knots; i++) {
            check(LogOdds.isProbability(said[i]) && LogOdds.isProbability(observed[i]), "knot " + (i + 1) + " ("
                    + said[i] + ", " + observed[i] + ") must lie within 0 and 1");
            check(i == 0 || said[i] > said[i - 1] && observed[i] >= observed[i - 1],
                    "knot " + (i + 1) + " must lie to the right of the one before it and not below");
        }
    }

    static IsotonicCalibration of(double[] parameters) {
        check(parameters.length % 2 == 0, "takes two parameters a knot, not " + parameters.length + " altogether");
        double[] said = new double[parameters.length / 2];
        double[] observed = new double[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = parameters[2 * i];
            observed[i] = parameters[2 * i + 1];
        }
        return new IsotonicCalibration(said, observed);
    }

    @Override
    public double apply(double probability) {
        if (!LogOdds.isProbability(probability)) {
            return Double.NaN;
        }
        int right = firstAbove(probability);
        if (right == 0) {
            return observed[0];
        }
        if (right == said.length) {
            return observed[right - 1];
        }
        double low = observed[right - 1];
        double place = (probability - said[right - 1]) / (said[right] - said[right - 1]);
        // Rounding must not carry the end of one piece above the beginning of the next.
        return Math.min(observed[right], low + (observed[right] - low) * place);
    }

    /** The first knot to the right of the probability; their number when there is none. */
    private int firstAbove(double probability) {
        int from = 0;
        int to = said.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (said[middle] <= probability) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public double[] parameters() {
        double[] parameters = new double[2 * said.length];
        for (int i = 0; i < said.length; i++) {
            parameters[2 * i] = said[i];
            parameters[2 * i + 1] = observed[i];
        }
        return parameters;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new ModelException("calibration " + METHOD + " " + message + "; fit the calibration again");
        }
    }
}
