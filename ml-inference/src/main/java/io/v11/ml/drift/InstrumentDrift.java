package io.v11.ml.drift;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

import io.v11.ml.FeatureVector;

/**
 * The window of one instrument: counts per feature and bin, and at the end of each window the verdict of every feature.
 * One thread; allocates nothing after construction. Work per sample: nine comparisons a feature.
 */
final class InstrumentDrift {
    private static final int BINS = FeatureBins.MAXIMUM;
    private static final int EDGES = BINS - 1;
    /** A feature with one bin gets two edges around its usual value, so that this bin holds that value alone. */
    private static final int USUAL_BIN = 1;

    private final int window;
    private final DriftLimits[] limits;
    private final BinComparison comparison;
    private final int[] positions;
    private final long[] trainingValid;
    private final int[] binCounts;
    private final double[] edges;
    private final double[] smooth;
    private final double[] logs;
    private final double[] cumulative;
    private final int[] counts;
    private final int[] invalid;
    private final FeatureRecord[] records;
    private int inWindow;

    InstrumentDrift(String instrument, List<FeatureDistribution> features, ToIntFunction<String> positionOf,
            int window) {
        this.window = window;
        int size = features.size();
        limits = new DriftLimits[size];
        comparison = new BinComparison(window);
        positions = new int[size];
        trainingValid = new long[size];
        binCounts = new int[size];
        edges = new double[size * EDGES];
        smooth = new double[size * BINS];
        logs = new double[size * BINS];
        cumulative = new double[size * BINS];
        counts = new int[size * BINS];
        invalid = new int[size];
        records = new FeatureRecord[size];
        Arrays.fill(edges, Double.POSITIVE_INFINITY);
        for (int i = 0; i < size; i++) {
            prepare(instrument, i, features.get(i), positionOf);
        }
    }

    private void prepare(String instrument, int feature, FeatureDistribution reference,
            ToIntFunction<String> positionOf) {
        positions[feature] = positionOf.applyAsInt(reference.name());
        if (positions[feature] < 0) {
            throw DriftReference.refusal("instrument " + instrument,
                    "the engine has no feature '" + reference.name() + "'");
        }
        trainingValid[feature] = reference.valid();
        int bins = reference.bins().count();
        binCounts[feature] = bins;
        double[] inner = bins == 1
                ? new double[]{Math.nextDown(reference.usual()), reference.usual()}
                : reference.bins().edges();
        System.arraycopy(inner, 0, edges, feature * EDGES, inner.length);
        long[] expected = new long[bins];
        for (int i = 0; i < bins; i++) {
            expected[i] = reference.count(i);
        }
        DriftLimits.Shares shares = DriftLimits.Shares.of(expected);
        System.arraycopy(shares.smooth(), 0, smooth, feature * BINS, bins);
        System.arraycopy(shares.logs(), 0, logs, feature * BINS, bins);
        System.arraycopy(shares.cumulative(), 0, cumulative, feature * BINS, bins);
        limits[feature] = DriftLimits.of(reference, window);
        records[feature] = new FeatureRecord(instrument, reference.name());
    }

    /** Takes a sample; true when it was the last of a window and {@link #records} have been brought up to date. */
    boolean onSample(FeatureVector features) {
        for (int i = 0; i < positions.length; i++) {
            if (features.isValid(positions[i])) {
                count(i, features.value(positions[i]));
            } else {
                invalid[i]++;
            }
        }
        if (++inWindow < window) {
            return false;
        }
        for (int i = 0; i < positions.length; i++) {
            compare(i);
        }
        Arrays.fill(counts, 0);
        Arrays.fill(invalid, 0);
        inWindow = 0;
        return true;
    }

    /** Unused edges are infinite, so all nine are compared and no branch depends on the value. */
    private void count(int feature, double value) {
        int first = feature * EDGES;
        int bin = 0;
        for (int i = first; i < first + EDGES; i++) {
            bin += value > edges[i] ? 1 : 0;
        }
        counts[feature * BINS + bin]++;
    }

    private void compare(int feature) {
        DriftLimits limit = limits[feature];
        FeatureRecord record = records[feature];
        int valid = window - invalid[feature];
        int from = feature * BINS;
        int bins = binCounts[feature];
        boolean compared = valid >= DriftLimits.leastValid(window) && trainingValid[feature] > 0;
        if (compared && bins > 1) {
            double variance = 1.0 / valid + 1.0 / trainingValid[feature];
            record.onValues(comparison.psi(counts, from, bins, valid, smooth, logs), limit.psi() * variance,
                    comparison.kolmogorovSmirnov(counts, from, bins, valid, cumulative),
                    Math.sqrt(limit.ks() * variance));
        } else {
            record.onValues(0.0, Double.POSITIVE_INFINITY, 0.0, Double.POSITIVE_INFINITY);
        }
        int unusual = compared && bins == 1 ? valid - counts[from + USUAL_BIN] : 0;
        record.onShares(unusual, limit.unusual(), invalid[feature], limit.invalid());
    }

    /** Features that are watched. */
    int features() {
        return positions.length;
    }

    /** Features whose values vary so much between windows that no window whatsoever could pass a limit. */
    int blind() {
        int blind = 0;
        for (int i = 0; i < positions.length; i++) {
            double variance = 1.0 / window + 1.0 / Math.max(1L, trainingValid[i]);
            boolean byValues = limits[i].ks() * variance < 1.0 || limits[i].psi() * variance < largestPsi(i);
            boolean byUnusual = binCounts[i] == 1 && limits[i].unusual().most() < window;
            blind += byValues || byUnusual ? 0 : 1;
        }
        return blind;
    }

    /** PSI of a window that lies in one bin wholly, the least likely. */
    private double largestPsi(int feature) {
        int[] all = new int[BINS];
        int from = feature * BINS;
        double largest = 0.0;
        for (int bin = 0; bin < binCounts[feature]; bin++) {
            all[bin] = window;
            largest = Math.max(largest,
                    comparison.psi(all, 0, binCounts[feature], window, Arrays.copyOfRange(smooth, from, from + BINS),
                            Arrays.copyOfRange(logs, from, from + BINS)));
            all[bin] = 0;
        }
        return largest;
    }

    /** Verdicts by feature. The array is the caller's to read. */
    FeatureRecord[] records() {
        return records;
    }

    /** Samples in the window that is not complete yet. */
    int inWindow() {
        return inWindow;
    }
}
