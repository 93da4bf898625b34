package io.v11.training.selection.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.v11.training.data.Dataset;

/**
 * Features of some rows as small whole numbers, one byte each, so that a joint distribution is a count over bytes: 0 for an
 * invalid value, 1 to {@code bins} for the quantile it falls in. Equal values share a bin whatever the quantiles say, so a
 * feature of few values has few bins.
 *
 * <p>Quantiles are those of the row's own instrument: a feature that only tells instruments apart tells nothing here. Labels
 * are 0 (down) and 1 (up). Immutable by agreement; read by several threads. Memory: rows x features bytes.
 */
public final class BinnedRows {
    /** A bin number has to fit a byte, and a joint table of two features the cache. */
    static final int MOST_BINS = 32;

    private final byte[][] codes;
    private final byte[] labels;
    private final int[] instruments;
    private final int bins;

    private BinnedRows(byte[][] codes, byte[] labels, int[] instruments, int bins) {
        this.codes = codes;
        this.labels = labels;
        this.instruments = instruments;
        this.bins = bins;
    }

    /** @param rows labelled rows in order of time  @param bins quantiles of a feature, 2 to {@value #MOST_BINS} */
    public static BinnedRows of(Dataset data, int[] rows, int bins) {
        if (bins < 2 || bins > MOST_BINS) {
            throw new IllegalArgumentException("bins must be 2 to " + MOST_BINS + ", is " + bins);
        }
        byte[] labels = new byte[rows.length];
        int[] instruments = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (byte) (data.up(rows[i]) ? 1 : 0);
            instruments[i] = data.instrument(rows[i]);
        }
        int[][] groups = groups(instruments);
        byte[][] codes = new byte[data.features()][];
        IntStream.range(0, data.features()).parallel()
                .forEach(feature -> codes[feature] = column(i -> data.value(rows[i], feature), rows.length, groups,
                        bins));
        return new BinnedRows(codes, labels, instruments, bins);
    }

    /**
     * Columns that were computed elsewhere.
     *
     * @param columns     values of each feature by row, NaN where there is none; rows in order of time
     * @param labels      0 or 1
     * @param instruments of the rows
     */
    public static BinnedRows of(double[][] columns, byte[] labels, int[] instruments, int bins) {
        int[][] groups = groups(instruments);
        byte[][] codes = new byte[columns.length][];
        Arrays.setAll(codes, feature -> column(row -> columns[feature][row], labels.length, groups, bins));
        return new BinnedRows(codes, labels, instruments, bins);
    }

    /** The same rows with these features behind its own; both must have been cut into as many bins. */
    public BinnedRows with(List<BinnedRows> more) {
        List<byte[]> all = new ArrayList<>(Arrays.asList(codes));
        for (BinnedRows rows : more) {
            if (rows.bins != bins || !Arrays.equals(rows.labels, labels)
                    || !Arrays.equals(rows.instruments, instruments)) {
                throw new IllegalArgumentException("features of other rows or other bins cannot be put side by side");
            }
            all.addAll(Arrays.asList(rows.codes));
        }
        return new BinnedRows(all.toArray(byte[][]::new), labels, instruments, bins);
    }

    public int rows() {
        return labels.length;
    }

    public int features() {
        return codes.length;
    }

    /** Different values a code can have: the quantiles and "invalid". */
    int cells() {
        return bins + 1;
    }

    byte[] codes(int feature) {
        return codes[feature];
    }

    byte[] labels() {
        return labels;
    }

    /** Positions of each instrument's rows, in order of time; instruments by id. */
    int[][] groups() {
        return groups(instruments);
    }

    private static int[][] groups(int[] instruments) {
        int[] ids = Arrays.stream(instruments).distinct().sorted().toArray();
        return Arrays.stream(ids).mapToObj(
                id -> IntStream.range(0, instruments.length).filter(i -> instruments[i] == id).toArray())
                .toArray(int[][]::new);
    }

    private static byte[] column(IntToDoubleFunction valueOf, int rows, int[][] groups, int bins) {
        byte[] column = new byte[rows];
        for (int[] group : groups) {
            double[] values = new double[group.length];
            for (int i = 0; i < group.length; i++) {
                values[i] = valueOf.applyAsDouble(group[i]);
            }
            double[] edges = edges(values, bins);
            for (int i = 0; i < group.length; i++) {
                column[group[i]] = code(values[i], edges);
            }
        }
        return column;
    }

    /**
     * Lowest value of every bin but the first, ascending. Each cut takes its share of the values that are left; where it would part
     * equal values it moves to the nearer end of their run, so a value that fills most of the rows gets a bin of its own.
     */
    static double[] edges(double[] values, int bins) {
        // Adding 0 turns -0 into 0: one value, not two bins.
        double[] valid = Arrays.stream(values).filter(value -> !Double.isNaN(value)).map(value -> value + 0.0).sorted()
                .toArray();
        double[] edges = new double[bins - 1];
        int count = 0;
        int from = 0;
        while (count < bins - 1) {
            int left = bins - count;
            int cut = from + (valid.length - from + left - 1) / left;
            if (cut > from && cut < valid.length && valid[cut] == valid[cut - 1]) {
                cut = besideRun(valid, from, cut);
            }
            if (cut == from || cut >= valid.length) {
                break;
            }
            edges[count++] = valid[cut];
            from = cut;
        }
        return Arrays.copyOf(edges, count);
    }

    private static int besideRun(double[] valid, int from, int cut) {
        int start = cut;
        while (start > from && valid[start - 1] == valid[cut]) {
            start--;
        }
        int end = cut;
        while (end < valid.length && valid[end] == valid[cut]) {
            end++;
        }
        return start > from && cut - start <= end - cut ? start : end;
    }

    /** 0 for NaN, else 1 + the edges that are not above the value. */
    static byte code(double value, double[] edges) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int found = Arrays.binarySearch(edges, value + 0.0);
        return (byte) (found >= 0 ? found + 2 : -found);
    }
}
