package io.v11.ml.drift;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * Makes the {@link FeatureDistribution} of one feature from its training samples in the order of time. Cold path; memory
 * is two copies of the samples.
 */
public final class DistributionBuilder {
    private static final ShareReference NONE = new ShareReference(0, 0, 1.0);

    private final int window;
    private final BinComparison comparison;

    /** @param window samples in a live window: the training range is cut into blocks of as many */
    public DistributionBuilder(int window) {
        this.window = DriftReference.checkWindow(window);
        this.comparison = new BinComparison(window);
    }

    /** @param samples values in the order of time, NaN where the feature was not valid */
    public FeatureDistribution build(String name, double[] samples) {
        double[] ascending = Arrays.stream(samples).filter(value -> !Double.isNaN(value)).sorted().toArray();
        FeatureBins bins = FeatureBins.of(ascending);
        long[] counts = new long[bins.count()];
        for (double value : ascending) {
            counts[bins.indexOf(value)]++;
        }
        int valid = ascending.length;
        double[] units = units(samples, bins, counts, valid);
        boolean oneValue = bins.count() == 1 && valid > 0;
        double usual = oneValue ? ascending[valid / 2] : 0.0;
        return new FeatureDistribution(name, bins, counts, usual, (int) units[2], units[0], units[1],
                burst(samples, Double::isNaN, samples.length),
                oneValue ? burst(samples, value -> !Double.isNaN(value) && value != usual, valid) : NONE);
    }

    /** Mean PSI and KS units over the blocks, and the number of blocks that had enough valid samples. */
    private double[] units(double[] samples, FeatureBins bins, long[] counts, int valid) {
        int size = bins.count();
        DriftLimits.Shares shares = DriftLimits.Shares.of(counts);
        double psi = 0.0;
        double ks = 0.0;
        int blocks = 0;
        int[] block = new int[size];
        for (int from = 0; from + window <= samples.length; from += window) {
            Arrays.fill(block, 0);
            int inBlock = 0;
            for (int i = from; i < from + window; i++) {
                if (!Double.isNaN(samples[i])) {
                    block[bins.indexOf(samples[i])]++;
                    inBlock++;
                }
            }
            if (inBlock >= DriftLimits.leastValid(window) && inBlock < valid) {
                double variance = 1.0 / inBlock - 1.0 / valid;
                double d = comparison.kolmogorovSmirnov(block, 0, size, inBlock, shares.cumulative());
                psi += comparison.psi(block, 0, size, inBlock, shares.smooth(), shares.logs()) / variance
                        / Math.max(1, size - 1);
                ks += d * d / variance;
                blocks++;
            }
        }
        return blocks == 0 ? new double[3] : new double[]{psi / blocks, ks / blocks, blocks};
    }

    /** The inflation is the variance of the blocks' counts over that of independent samples, n r (1 - r). */
    private ShareReference burst(double[] samples, DoublePredicate happens, long of) {
        long hits = Arrays.stream(samples).filter(happens).count();
        double share = of == 0 ? 0.0 : hits / (double) of;
        double independent = window * share * (1.0 - share);
        int blocks = samples.length / window;
        if (blocks < 2 || independent <= 0.0) {
            return new ShareReference(hits, of, 1.0);
        }
        double squares = 0.0;
        for (int block = 0; block < blocks; block++) {
            long inBlock = Arrays.stream(samples, block * window, (block + 1) * window).filter(happens).count();
            squares += (inBlock - window * share) * (inBlock - window * share);
        }
        return new ShareReference(hits, of, Math.max(1.0, squares / (blocks - 1) / independent));
    }
}
