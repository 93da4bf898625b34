package io.v11.ml.drift;

import java.util.Arrays;

/**
 * The bins of one feature: bin i holds what lies above edge i - 1 and not above edge i. Cut at deciles of the training
 * values; equal values stay together, and no bin has less than {@link #MINIMUM_SHARE} of them, so a feature that takes
 * few values has few bins and a constant has one. Immutable; {@link #indexOf} allocates nothing.
 */
public final class FeatureBins {
    /** Most bins. */
    public static final int MAXIMUM = 10;
    /** Least share of the training values in a bin: below about 20 expected samples a window's PSI is mostly noise. */
    public static final double MINIMUM_SHARE = 0.04;

    private final double[] edges;

    private FeatureBins(double[] edges) {
        this.edges = edges;
    }

    /** Bins with these edges; {@code source} names them in the refusal of edges that do not ascend. */
    static FeatureBins ofEdges(double[] edges, String source) {
        if (edges.length >= MAXIMUM) {
            throw DriftReference.refusal(source, edges.length + " edges, at most " + (MAXIMUM - 1) + " are allowed");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!(Math.abs(edges[i]) <= Double.MAX_VALUE) || i > 0 && edges[i] <= edges[i - 1]) {
                throw DriftReference.refusal(source, "edges must be finite and ascend: " + Arrays.toString(edges));
            }
        }
        return new FeatureBins(edges.clone());
    }

    /** Bins for ascending finite values. */
    static FeatureBins of(double[] ascending) {
        int total = ascending.length;
        int least = Math.max(1, (int) Math.ceil(MINIMUM_SHARE * total));
        double[] edges = new double[MAXIMUM];
        int count = 0;
        int from = 0;
        while (count < MAXIMUM - 1 && total - from >= 2 * least) {
            int goal = from + Math.max(least, (total - from) / (MAXIMUM - count));
            int end = endOfBin(ascending, from, goal, least);
            if (total - end < least) {
                break;
            }
            edges[count++] = ascending[end - 1];
            from = end;
        }
        return new FeatureBins(Arrays.copyOf(edges, count));
    }

    /** End of the bin that starts at {@code from}: the border between unequal values that is nearest to the goal. */
    private static int endOfBin(double[] ascending, int from, int goal, int least) {
        int start = goal - 1;
        while (start > from && ascending[start - 1] == ascending[goal - 1]) {
            start--;
        }
        int end = goal;
        while (end < ascending.length && ascending[end] == ascending[goal - 1]) {
            end++;
        }
        return start - from >= least && goal - start < end - goal ? start : end;
    }

    public int count() {
        return edges.length + 1;
    }

    double[] edges() {
        return edges.clone();
    }

    /** Bin of a finite value. */
    public int indexOf(double value) {
        int bin = 0;
        for (int i = 0; i < edges.length; i++) {
            bin += value > edges[i] ? 1 : 0;
        }
        return bin;
    }
}
