package io.v11.ml.drift;

import org.hipparchus.distribution.continuous.FDistribution;

/**
 * How far a window of one feature may be from training before it counts as drifted. Immutable; cold path.
 *
 * <p>At most three comparisons share the level {@link #LEVEL} of one check evenly (Bonferroni), so a check of a feature whose
 * windows vary as those of the training range did raises a false alarm with probability {@link #LEVEL}; the statistics are
 * approximate, and the promise is {@link #PROMISED_LEVEL}.
 *
 * <p>PSI. With Q = PSI / (1/n + 1/m): for independent samples chi-square with d = B - 1 degrees of freedom. For dependent
 * ones a weighted sum of d squared normals whose mean is I times as large (Rao and Scott 1981, Journal of the American
 * Statistical Association 76), I estimated by {@link FeatureDistribution#psiUnit()}. How the weights are spread is not
 * known; the least favourable spread puts all excess on one of them: weights d (I - 1) + 1, 1, ..., 1. Satterthwaite's
 * (1946) degrees of freedom are then v = (d I)^2 / ((d (I - 1) + 1)^2 + d - 1), from d at I = 1 down to 1. And as I is a mean over b
 * blocks, the ratio of Q to it is F with v and b v degrees of freedom: Q &lt;= d I F(v, b v).
 *
 * <p>KS. For independent samples P(D &gt; x) &lt;= 2 exp(-2 x^2 / (1/n + 1/m)), the leading term of Kolmogorov's series, and
 * less with bins (Noether 1963, "Note on the Kolmogorov statistic in the discrete case"). For dependent ones the same F on
 * {@link FeatureDistribution#ksUnit()}, with at most 5 degrees of freedom, those of D^2 by its first two moments
 * (pi^2/12 and 7 pi^4/720 - pi^4/144: 2 mean^2 / variance = 5). The larger of both is the limit.
 *
 * @param psi     limit of PSI / (1/n + 1/m)
 * @param ks      limit of D^2 / (1/n + 1/m)
 * @param unusual counts of values other than the usual one that are expected, of a feature with one bin
 * @param invalid counts of samples not valid that are expected
 */
record DriftLimits(double psi, double ks, ShareReference.Range unusual, ShareReference.Range invalid) {
    /** Probability of a false alarm in one check of one feature that the limits aim at. */
    static final double LEVEL = 0.002;
    /** Probability of a false alarm in one check of one feature that is not exceeded. */
    static final double PROMISED_LEVEL = 0.01;
    /**
     * Fewer blocks than these say too little about how much windows vary; then only the two shares are compared. With 16,
     * bursts so rare that training saw none or one of them raised more false alarms than promised.
     */
    static final int LEAST_BLOCKS = 20;

    private static final double LEVEL_EACH = LEVEL / 3;
    private static final double KS_FREEDOM = 5.0;

    static DriftLimits of(FeatureDistribution reference, int window) {
        ShareReference.Range unusual = reference.unusual().expected(window, LEVEL_EACH);
        ShareReference.Range invalid = reference.invalid().expected(window, LEVEL_EACH);
        int degrees = reference.bins().count() - 1;
        if (degrees == 0 || reference.blocks() < LEAST_BLOCKS) {
            return new DriftLimits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, unusual, invalid);
        }
        double inflation = Math.max(1.0, reference.psiUnit());
        double largest = degrees * (inflation - 1.0) + 1.0;
        double freedom = degrees * inflation * degrees * inflation / (largest * largest + degrees - 1.0);
        double psi = degrees * inflation * quantile(freedom, reference.blocks());
        double independent = -StrictMath.log(LEVEL_EACH / 2) / 2;
        double ks = reference.ksUnit() * quantile(Math.min(KS_FREEDOM, freedom), reference.blocks());
        return new DriftLimits(psi, Math.max(independent, ks), unusual, invalid);
    }

    /** Fewest valid samples of a window whose values are compared. */
    static int leastValid(int window) {
        return window / 2;
    }

    private static double quantile(double freedom, int blocks) {
        return new FDistribution(freedom, freedom * blocks).inverseCumulativeProbability(1.0 - LEVEL_EACH);
    }

    /** Training counts as shares. @param smooth for PSI  @param logs of these  @param cumulative plain, for KS */
    record Shares(double[] smooth, double[] logs, double[] cumulative) {
        static Shares of(long[] counts) {
            long total = 0;
            for (long count : counts) {
                total += count;
            }
            Shares shares = new Shares(new double[counts.length], new double[counts.length],
                    new double[counts.length]);
            long seen = 0;
            for (int i = 0; i < counts.length; i++) {
                seen += counts[i];
                shares.smooth[i] = BinComparison.smoothShare(counts[i], total, counts.length);
                shares.logs[i] = StrictMath.log(shares.smooth[i]);
                shares.cumulative[i] = total == 0 ? 0.0 : seen / (double) total;
            }
            return shares;
        }
    }
}
