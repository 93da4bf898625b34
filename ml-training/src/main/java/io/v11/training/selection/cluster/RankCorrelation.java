package io.v11.training.selection.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import io.v11.training.data.Dataset;

/**
 * Spearman's rank correlation of every pair of features (Spearman 1904), equal values sharing their mean rank. A value that is
 * not valid takes the middle of the ranks, where it counts for nothing: two features that are valid at different times come out less alike
 * than they are where both are valid. Between features that are valid on all rows the figure is exact.
 *
 * <p>Not more than {@value #MOST_ROWS} rows are ranked, every k-th of those given with the smallest k that does. Immutable;
 * 8 bytes a pair.
 */
public final class RankCorrelation {
    static final int MOST_ROWS = 20_000;

    private final double[][] correlation;

    /** @param correlation symmetric */
    RankCorrelation(double[][] correlation) {
        this.correlation = correlation;
    }

    /** Over the rows; needs two at least. */
    public static RankCorrelation of(Dataset data, int[] rows) {
        int step = (rows.length + MOST_ROWS - 1) / MOST_ROWS;
        int[] ranked = IntStream.range(0, rows.length).filter(i -> i % step == 0).map(i -> rows[i]).toArray();
        int features = data.features();
        double[][] columns = new double[features][];
        IntStream.range(0, features).parallel().forEach(feature -> columns[feature] = ranks(data, ranked, feature));
        double[][] correlation = new double[features][features];
        IntStream.range(0, features).parallel().forEach(i -> {
            correlation[i][i] = 1.0;
            for (int j = 0; j < i; j++) {
                correlation[i][j] = Math.clamp(dot(columns[i], columns[j]), -1.0, 1.0);
            }
        });
        for (int i = 0; i < features; i++) {
            for (int j = 0; j < i; j++) {
                correlation[j][i] = correlation[i][j];
            }
        }
        return new RankCorrelation(correlation);
    }

    public int features() {
        return correlation.length;
    }

    /** Between -1 and 1; 0 with a feature that is constant or never valid. */
    public double of(int feature, int other) {
        return correlation[feature][other];
    }

    /** Ranks of values, NaN where there is none, ready for {@link #between}. */
    public static double[] ranks(double[] values) {
        int[] valid = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        return standardised(values, valid);
    }

    /** Correlation of two features over the same rows, both as {@link #ranks(double[])}. */
    public static double between(double[] ranks, double[] others) {
        return Math.clamp(dot(ranks, others), -1.0, 1.0);
    }

    private static double[] ranks(Dataset data, int[] rows, int feature) {
        double[] values = new double[rows.length];
        int[] valid = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            values[i] = data.value(rows[i], feature);
            if (!Double.isNaN(values[i])) {
                valid[count++] = i;
            }
        }
        return standardised(values, Arrays.copyOf(valid, count));
    }

    /** Ranks less their mean, scaled so that their squares sum to 1; 0 where there is no value. */
    static double[] standardised(double[] values, int[] valid) {
        Integer[] order = Arrays.stream(valid).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> values[row] + 0.0));
        double[] ranks = new double[values.length];
        double middle = (order.length - 1) / 2.0;
        double squares = 0.0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = (from + to - 1) / 2.0 - middle;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
                squares += rank * rank;
            }
            from = to;
        }
        double scale = squares > 0.0 ? 1.0 / Math.sqrt(squares) : 0.0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] *= scale;
        }
        return ranks;
    }

    /** Four sums side by side: one alone waits for each addition before the next. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
