package io.v11.ml.drift;

import java.util.Arrays;

/**
 * What one feature of one instrument looked like on the training range, and how much windows within that range differed
 * from the whole. Immutable; cold path.
 *
 * <p>The two units are means over the windows ("blocks") of the training range of what {@link DriftLimits} scales by:
 * PSI / (1/n - 1/m) / (bins - 1), which is 1 for independent samples, and D^2 / (1/n - 1/m). n is the valid samples of the
 * window, m those of the whole, and as the window is part of the whole, the variance of their difference has a minus.
 */
public final class FeatureDistribution {
    private final String name;
    private final FeatureBins bins;
    private final long[] counts;
    private final double usual;
    private final int blocks;
    private final double psiUnit;
    private final double ksUnit;
    private final ShareReference invalid;
    private final ShareReference unusual;
    private final long valid;

    /**
     * @param counts  valid training samples in each bin
     * @param usual   the most frequent valid value of a feature with one bin, 0 of others
     * @param blocks  windows of the training range that the units are means of
     * @param invalid samples on which the feature was not valid
     * @param unusual valid samples with another value than the usual one; none for a feature with more than one bin
     */
    FeatureDistribution(String name, FeatureBins bins, long[] counts, double usual, int blocks, double psiUnit,
            double ksUnit, ShareReference invalid, ShareReference unusual) {
        this.name = name;
        this.bins = bins;
        this.counts = counts.clone();
        this.usual = usual;
        this.blocks = blocks;
        this.psiUnit = psiUnit;
        this.ksUnit = ksUnit;
        this.invalid = invalid;
        this.unusual = unusual;
        this.valid = Arrays.stream(counts).sum();
        check();
    }

    private void check() {
        require(counts.length == bins.count(), counts.length + " counts for " + bins.count() + " bins");
        for (long count : counts) {
            require(count >= 0, "a negative count");
        }
        require(valid == invalid.samples() - invalid.hits(), "counts add up to " + valid + ", valid samples are "
                + (invalid.samples() - invalid.hits()));
        require(Math.abs(usual) <= Double.MAX_VALUE, "usual value " + usual);
        require(unusual.samples() == (bins.count() == 1 ? valid : 0), "unusual values are of " + unusual.samples()
                + " samples");
        require(blocks >= 0 && psiUnit >= 0.0 && psiUnit <= Double.MAX_VALUE && ksUnit >= 0.0
                && ksUnit <= Double.MAX_VALUE,
                "blocks and units must not be negative: blocks=" + blocks + " psiUnit="
                        + psiUnit + " ksUnit=" + ksUnit);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw DriftReference.refusal("feature " + name, what);
        }
    }

    public String name() {
        return name;
    }

    public FeatureBins bins() {
        return bins;
    }

    /** Valid training samples in the bin. */
    public long count(int bin) {
        return counts[bin];
    }

    /** Valid training samples. */
    public long valid() {
        return valid;
    }

    /** The value that nearly every valid training sample had; of a feature with one bin only. */
    public double usual() {
        return usual;
    }

    public int blocks() {
        return blocks;
    }

    public double psiUnit() {
        return psiUnit;
    }

    public double ksUnit() {
        return ksUnit;
    }

    public ShareReference invalid() {
        return invalid;
    }

    public ShareReference unusual() {
        return unusual;
    }
}
