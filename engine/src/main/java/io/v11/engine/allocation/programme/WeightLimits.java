package io.v11.engine.allocation.programme;

import java.util.Arrays;

/**
 * What weights (fractions of equity, shorts negative) may be: a box for each instrument, a limit of the sum of their sizes, and bounds of their sum.
 *
 * @param lower    smallest weight of each instrument
 * @param upper    largest weight of each instrument
 * @param gross    largest sum of |weight|
 * @param netLower smallest sum of weights; equal to netUpper where the budget is to be spent whole
 * @param netUpper largest sum of weights
 */
public record WeightLimits(double[] lower, double[] upper, double gross, double netLower, double netUpper) {
    public WeightLimits {
        lower = lower.clone();
        upper = upper.clone();
        if (lower.length == 0 || lower.length != upper.length) {
            throw new IllegalArgumentException("weight limits: " + lower.length + " lower and " + upper.length
                    + " upper bounds; state one of each for every instrument");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(Double.isFinite(lower[i]) && Double.isFinite(upper[i]) && lower[i] <= upper[i])) {
                throw new IllegalArgumentException("weight limits: instrument " + i + " has lower=" + lower[i]
                        + " and upper=" + upper[i] + "; state finite bounds, the lower not above the upper");
            }
        }
        requireRoom(lower, upper, gross, netLower, netUpper);
    }

    private static void requireRoom(double[] lower, double[] upper, double gross, double netLower, double netUpper) {
        double smallestGross = 0.0;
        for (int i = 0; i < lower.length; i++) {
            smallestGross += Math.max(0.0, Math.max(lower[i], -upper[i]));
        }
        double smallestNet = Math.max(-gross, Arrays.stream(lower).sum());
        double largestNet = Math.min(gross, Arrays.stream(upper).sum());
        boolean finite = Double.isFinite(gross) && Double.isFinite(netLower) && Double.isFinite(netUpper);
        if (!finite || gross < smallestGross || netLower > netUpper || netLower > largestNet
                || netUpper < smallestNet) {
            throw new IllegalArgumentException(
                    "weight limits contradict one another: the boxes want a gross of at least "
                            + smallestGross + " and allow a net of " + smallestNet + " to " + largestNet
                            + ", but gross=" + gross
                            + ", netLower=" + netLower + ", netUpper=" + netUpper);
        }
    }

    /** All weights between 0 and a largest one, and the whole budget of 1 spent. */
    public static WeightLimits longOnly(int instruments, double largest) {
        return new WeightLimits(new double[instruments], filled(instruments, largest), 1.0, 1.0, 1.0);
    }

    /** All weights between -largest and largest. */
    public static WeightLimits longShort(int instruments, double largest, double gross, double netLower,
            double netUpper) {
        return new WeightLimits(filled(instruments, -largest), filled(instruments, largest), gross, netLower, netUpper);
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    @Override
    public double[] lower() {
        return lower.clone();
    }

    @Override
    public double[] upper() {
        return upper.clone();
    }

    public int instruments() {
        return lower.length;
    }

    /** Whether some instrument may be held to either side. */
    boolean mixedSigns() {
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] < 0.0 && upper[i] > 0.0) {
                return true;
            }
        }
        return false;
    }

    double lower(int instrument) {
        return lower[instrument];
    }

    double upper(int instrument) {
        return upper[instrument];
    }

    /** By how much the weights pass the limits at the worst place; 0 when they do not, NaN when one is no number. */
    public double excess(double[] weights) {
        double worst = 0.0;
        double net = 0.0;
        double size = 0.0;
        for (int i = 0; i < lower.length; i++) {
            worst = Math.max(worst, Math.max(lower[i] - weights[i], weights[i] - upper[i]));
            net += weights[i];
            size += Math.abs(weights[i]);
        }
        return Math.max(worst, Math.max(size - gross, Math.max(netLower - net, net - netUpper)));
    }

    /** Moves every weight into its box: what rounding left outside. */
    public void clip(double[] weights) {
        for (int i = 0; i < lower.length; i++) {
            weights[i] = Math.clamp(weights[i], lower[i], upper[i]);
        }
    }
}
