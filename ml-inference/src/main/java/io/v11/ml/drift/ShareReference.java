package io.v11.ml.drift;

/**
 * How often something rare happened in the training rows, and how much it comes in bursts. Immutable; cold path.
 *
 * @param hits      samples on which it happened
 * @param samples   samples looked at
 * @param inflation variance of its count in windows of the training range over that of independent samples, at least 1:
 *                  a window says as much as one of {@code samples / inflation} independent ones (Kish's design effect)
 */
public record ShareReference(long hits, long samples, double inflation) {
    public ShareReference {
        if (hits < 0 || hits > samples || !(inflation >= 1.0 && inflation <= Double.MAX_VALUE)) {
            throw DriftReference.refusal("share", "hits must be in 0 .. samples and inflation at least 1: hits=" + hits
                    + " samples=" + samples + " inflation=" + inflation);
        }
    }

    /** Share of the training samples. */
    public double share() {
        return samples == 0 ? 0.0 : hits / (double) samples;
    }

    /**
     * Counts in a window that are no surprise. The share itself is uncertain, so the count of a new window is
     * beta-binomial: with Jeffreys' prior, Beta(hits + 1/2, samples - hits + 1/2) after the training rows (Gelman et al.,
     * Bayesian Data Analysis, 3rd ed., ch. 2). Hits, samples and window are taken by their independent worth.
     *
     * @param window samples in a window
     * @param level  probability of a count outside, half on each side
     */
    Range expected(int window, double level) {
        int worth = Math.max(1, (int) Math.round(window / inflation));
        double a = hits / inflation + 0.5;
        double b = (samples - hits) / inflation + 0.5;
        double logMass = 0.0;
        for (int i = 0; i < worth; i++) {
            logMass += StrictMath.log((b + i) / (a + b + i));
        }
        int low = -1;
        int high = worth;
        double below = 0.0;
        for (int k = 0; k <= worth; k++) {
            double mass = StrictMath.exp(logMass);
            if (below + mass < level / 2) {
                low = k;
            }
            below += mass;
            if (1.0 - below < level / 2 && high == worth) {
                high = k;
            }
            logMass += StrictMath.log((worth - k) * (a + k) / ((k + 1.0) * (b + worth - k - 1.0)));
        }
        double unit = window / (double) worth;
        return new Range(low < 0 ? 0 : (int) Math.floor((low + 1) * unit), (int) Math.floor(high * unit));
    }

    /** @param least fewest and @param most largest count that is expected */
    record Range(int least, int most) {
        /** How surprising a count is: above 1 outside of the range, at most 1 inside. */
        double severity(int count) {
            return Math.max(count / (most + 0.5), least / (count + 0.5));
        }
    }
}
