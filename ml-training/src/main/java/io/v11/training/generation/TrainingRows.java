package io.v11.training.generation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import io.v11.training.data.Dataset;

/**
 * Some labelled rows of a dataset in order of time, thinned to a number that can be screened.
 *
 * @param rows        of the dataset
 * @param labels      1 up, 0 down
 * @param instruments of the rows
 */
record TrainingRows(int[] rows, byte[] labels, int[] instruments) {

    static TrainingRows of(Dataset data, int[] rows, int most) {
        int[] ordered = Arrays.stream(rows).boxed()
                .sorted(Comparator.<Integer>comparingLong(data::eventTimeNs).thenComparingInt(row -> row))
                .mapToInt(Integer::intValue).toArray();
        int step = Math.max(1, (ordered.length + most - 1) / most);
        int[] taken = IntStream.range(0, ordered.length).filter(i -> i % step == 0).map(i -> ordered[i]).toArray();
        byte[] labels = new byte[taken.length];
        for (int i = 0; i < taken.length; i++) {
            labels[i] = (byte) (data.up(taken[i]) ? 1 : 0);
        }
        return new TrainingRows(taken, labels, Arrays.stream(taken).map(data::instrument).toArray());
    }

    int size() {
        return rows.length;
    }

    /** Values of a feature on these rows. */
    double[] column(Dataset data, int feature) {
        return Arrays.stream(rows).mapToDouble(row -> data.value(row, feature)).toArray();
    }

    /** Every k-th of these, with the smallest k that leaves at most {@code most}. */
    TrainingRows thinned(int most) {
        int step = Math.max(1, (rows.length + most - 1) / most);
        int[] kept = IntStream.range(0, rows.length).filter(i -> i % step == 0).toArray();
        byte[] keptLabels = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptLabels[i] = labels[kept[i]];
        }
        return new TrainingRows(Arrays.stream(kept).map(i -> rows[i]).toArray(), keptLabels,
                Arrays.stream(kept).map(i -> instruments[i]).toArray());
    }

    static double validShare(double[] column) {
        return Arrays.stream(column).filter(value -> !Double.isNaN(value)).count() / (double) column.length;
    }
}
