package io.v11.training.performance.sample;

/**
 * The first four moments of a series. A series whose values agree to twelve digits has deviation 0, so that rounding is
 * not taken for risk; its Sharpe, skewness and kurtosis are NaN. Two passes, summed in order.
 *
 * @param count     values
 * @param mean      arithmetic mean
 * @param deviation standard deviation, divisor count - 1; NaN of a single value
 * @param skewness  third standardised moment, divisor count (g1); 0 of a normal series
 * @param kurtosis  fourth standardised moment, divisor count (b2); 3 of a normal series
 */
public record Moments(int count, double mean, double deviation, double skewness, double kurtosis) {
    private static final double SAME = 1e-12;

    /** At least one finite value. */
    public static Moments of(double[] values) {
        Finite.require("series", values, 1);
        double mean = mean(values);
        double second = 0.0;
        double third = 0.0;
        double fourth = 0.0;
        for (double value : values) {
            double difference = value - mean;
            double square = difference * difference;
            second += square;
            third += square * difference;
            fourth += square * square;
        }
        int count = values.length;
        if (count == 1) {
            return new Moments(1, mean, Double.NaN, Double.NaN, Double.NaN);
        }
        if (constant(values)) {
            return new Moments(count, mean, 0.0, Double.NaN, Double.NaN);
        }
        double variance = second / count;
        return new Moments(count, mean, StrictMath.sqrt(second / (count - 1)),
                third / count / (variance * StrictMath.sqrt(variance)), fourth / count / (variance * variance));
    }

    /**
     * Mean over deviation, of one period and above a rate of zero; NaN without deviation. To show one, judge it first.
     */
    public double sharpe() {
        return deviation > 0.0 ? mean / deviation : Double.NaN;
    }

    private static double mean(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static boolean constant(double[] values) {
        double least = values[0];
        double greatest = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return greatest - least <= SAME * Math.max(Math.abs(least), Math.abs(greatest));
    }
}
