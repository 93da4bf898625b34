package io.v11.engine.risk.tail;

import io.v11.engine.slot.StateHash;

/**
 * The last returns of every instrument, a column each, a row for each bar: a ring over rows. A row is taken whole or not at all, so that what
 * instruments did together stays together. Confined to one thread; allocates nothing after construction.
 */
final class ScenarioMatrix {
    private final double[][] columns;
    private final int capacity;
    private int size;
    private int next;

    ScenarioMatrix(int instruments, int capacity) {
        this.capacity = capacity;
        columns = new double[instruments][capacity];
    }

    /** Takes one row, over the oldest when the ring is full; false, and nothing is taken, when a value is not finite. */
    boolean append(double[] returns) {
        for (int i = 0; i < columns.length; i++) {
            if (!Double.isFinite(returns[i])) {
                return false;
            }
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i][next] = returns[i];
        }
        next = next + 1 == capacity ? 0 : next + 1;
        size = Math.min(size + 1, capacity);
        return true;
    }

    /** The returns of one instrument in the order of the ring's slots, valid below {@link #size()}. */
    double[] column(int instrument) {
        return columns[instrument];
    }

    int size() {
        return size;
    }

    int capacity() {
        return capacity;
    }

    int instruments() {
        return columns.length;
    }

    long addTo(long hash) {
        long sum = StateHash.add(StateHash.add(hash, size), next);
        for (double[] column : columns) {
            for (int k = 0; k < size; k++) {
                sum = StateHash.add(sum, column[k]);
            }
        }
        return sum;
    }
}
