package io.v11.training.data.label;

import java.util.Arrays;

/** A number for each row: a growing primitive column. Written by one thread, then only read. */
final class RowValues {
    private double[] values = new double[1024];

    void put(int row, double value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, Math.max(row + 1, Math.multiplyExact(values.length, 2)));
        }
        values[row] = value;
    }

    double value(int row) {
        return values[row];
    }
}
