package io.v11.training.performance.sample;

/**
 * Quantiles of a sorted sample, straight lines between order statistics (type 7 of Hyndman and Fan 1996, as R and NumPy
 * have it).
 */
public final class Quantiles {
    private Quantiles() {
    }

    /**
     * NaN of an empty sample.
     *
     * @param sorted ascending
     * @param share  0 the least, 1 the greatest
     */
    public static double of(double[] sorted, double share) {
        if (!(share >= 0.0 && share <= 1.0)) {
            throw new IllegalArgumentException("a quantile is asked for at " + share + "; give a share of 0 to 1");
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        double weight = position - below;
        return weight == 0.0
                ? sorted[below]
                : sorted[below] + weight * (sorted[below + 1] - sorted[below]);
    }
}
