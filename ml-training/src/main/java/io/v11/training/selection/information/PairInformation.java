package io.v11.training.selection.information;

import java.util.stream.IntStream;

/**
 * What two features have in common and what they tell of the label together: I(f;s) and I(f,s;Y), nats, from one joint count
 * of both codes and the label. Computed for a whole row of features at once and kept, because both criteria and every step
 * ask for the same pairs. Confined to one thread, which shares the counting out over the cores; 16 bytes a pair asked for.
 */
public final class PairInformation {
    private final BinnedRows rows;
    private final double[][] shared;
    private final double[][] together;

    public PairInformation(BinnedRows rows) {
        this.rows = rows;
        shared = new double[rows.features()][];
        together = new double[rows.features()][];
    }

    /** I(f;s) of every feature f with {@code other}. */
    public double[] shared(int other) {
        compute(other);
        return shared[other];
    }

    /** I(f,s;Y) of every feature f with {@code other}. */
    public double[] together(int other) {
        compute(other);
        return together[other];
    }

    private void compute(int other) {
        if (shared[other] != null) {
            return;
        }
        double[] inCommon = new double[rows.features()];
        double[] joint = new double[rows.features()];
        IntStream.range(0, rows.features()).parallel().forEach(feature -> {
            Table table = new Table(rows, feature, other);
            inCommon[feature] = table.shared();
            joint[feature] = table.together();
        });
        shared[other] = inCommon;
        together[other] = joint;
    }

    /** Counts of (f, s, y), and the sums over each that the entropies need. */
    private static final class Table {
        private final int cells;
        private final int total;
        private final int[] all;
        private final int[] pair;
        private final int[] first;
        private final int[] second;
        private final int[] label = new int[2];

        private Table(BinnedRows rows, int feature, int other) {
            cells = rows.cells();
            total = rows.rows();
            all = new int[2 * cells * cells];
            pair = new int[cells * cells];
            first = new int[cells];
            second = new int[cells];
            byte[] a = rows.codes(feature);
            byte[] b = rows.codes(other);
            byte[] y = rows.labels();
            for (int i = 0; i < total; i++) {
                all[2 * (a[i] * cells + b[i]) + y[i]]++;
            }
            for (int cell = 0; cell < pair.length; cell++) {
                int count = all[2 * cell] + all[2 * cell + 1];
                pair[cell] = count;
                first[cell / cells] += count;
                second[cell % cells] += count;
                label[0] += all[2 * cell];
                label[1] += all[2 * cell + 1];
            }
        }

        private double shared() {
            return Entropy.of(first, cells, total) + Entropy.of(second, cells, total)
                    - Entropy.of(pair, pair.length, total);
        }

        private double together() {
            return Entropy.of(pair, pair.length, total) + Entropy.of(label, 2, total)
                    - Entropy.of(all, all.length, total);
        }
    }
}
