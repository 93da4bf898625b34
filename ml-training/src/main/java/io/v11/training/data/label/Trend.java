package io.v11.training.data.label;

/**
 * The straight line through the first n of some equidistant values, for n growing: slope by least squares and its t-value,
 * {@code slope / sqrt(residual squares / (n - 2) / sum (x - mean x)^2)}. Sums are kept, so each n costs the same. Confined to one
 * thread.
 */
final class Trend {
    /** Values on a line have no residuals but those of rounding: larger ones say nothing more. */
    static final double MOST_T = 100.0;

    private int n;
    private double sumY;
    private double sumXy;
    private double sumYy;

    void clear() {
        n = 0;
        sumY = 0.0;
        sumXy = 0.0;
        sumYy = 0.0;
    }

    /** Values near 0 keep their digits: give differences from the first. */
    void add(double y) {
        sumY += y;
        sumXy += n * y;
        sumYy += y * y;
        n++;
    }

    /** Change of the value from one to the next along the line. */
    double slope() {
        return deviationXy() / deviationXx();
    }

    /** Within 100 of 0; exactly 0 without a slope. Of three values at least. */
    double tValue() {
        double slope = slope();
        if (slope == 0.0) {
            return 0.0;
        }
        double residual = Math.max(0.0, sumYy - sumY * sumY / n - slope * deviationXy());
        double t = slope / Math.sqrt(residual / (n - 2) / deviationXx());
        return Math.max(-MOST_T, Math.min(MOST_T, t));
    }

    private double deviationXy() {
        return sumXy - (n - 1) / 2.0 * sumY;
    }

    private double deviationXx() {
        return n * ((double) n * n - 1.0) / 12.0;
    }
}
