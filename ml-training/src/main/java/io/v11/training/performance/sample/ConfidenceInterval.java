package io.v11.training.performance.sample;

import java.util.Locale;

/**
 * Two bounds that hold a figure with a stated confidence. NaN bounds say that there was too little to tell.
 *
 * @param confidence share of samples whose interval would hold the truth, as 0.95
 */
public record ConfidenceInterval(double low, double high, double confidence) {
    /** Confidence of all intervals here. */
    public static final double USUAL = 0.95;

    /** Nothing can be said. */
    public static ConfidenceInterval unknown() {
        return new ConfidenceInterval(Double.NaN, Double.NaN, USUAL);
    }

    /** Of a share, by Wilson (1927), which stays within 0 and 1 and speaks sense at 0 of n. */
    public static ConfidenceInterval ofShare(int hits, int trials) {
        if (trials < 0 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException("hits=" + hits + " trials=" + trials + "; give 0 <= hits <= trials");
        }
        if (trials == 0) {
            return unknown();
        }
        double z = Normal.quantile(0.5 + 0.5 * USUAL);
        double share = hits / (double) trials;
        double shrink = 1.0 + z * z / trials;
        double centre = (share + z * z / (2.0 * trials)) / shrink;
        double half = z / shrink * StrictMath.sqrt(share * (1.0 - share) / trials + z * z / (4.0 * trials * trials));
        // The bounds of none and all are 0 and 1 exactly; rounding would leave 1e-17.
        return new ConfidenceInterval(hits == 0 ? 0.0 : centre - half, hits == trials ? 1.0 : centre + half, USUAL);
    }

    /** Both bounds times a factor above zero: another unit. */
    public ConfidenceInterval scaled(double factor) {
        return new ConfidenceInterval(low * factor, high * factor, confidence);
    }

    /** As {@code [0.31 1.94]}. */
    public String text() {
        return String.format(Locale.ROOT, "[%.2f %.2f]", low, high);
    }
}
