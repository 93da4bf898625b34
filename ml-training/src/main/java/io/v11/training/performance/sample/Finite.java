package io.v11.training.performance.sample;

/**
 * Refuses series that cannot be judged: too short ones and such with NaN or infinity, which would pass into every
 * figure.
 */
public final class Finite {
    private Finite() {
    }

    /**
     * The series itself, for chaining.
     *
     * @param what  name of the series, for the message
     * @param least values that there must be
     */
    public static double[] require(String what, double[] values, int least) {
        if (values.length < least) {
            throw new IllegalArgumentException(
                    what + " has " + values.length + " values, at least " + least
                            + " are needed; judge a longer range");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + "[" + i + "] is " + values[i]
                        + "; give finite numbers, and leave out or mend what has none");
            }
        }
        return values;
    }

    /** One number, the same way. */
    public static double require(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; give a finite number");
        }
        return value;
    }

    /** One number that must be above zero. */
    public static double requirePositive(String what, double value) {
        if (!(value > 0.0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(what + " is " + value + "; give a finite number above 0");
        }
        return value;
    }
}
