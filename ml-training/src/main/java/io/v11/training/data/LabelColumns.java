package io.v11.training.data;

import java.util.Arrays;

/** What is known of each row's future: growing primitive columns, 21 bytes a row. Written by one thread, then only read. */
public final class LabelColumns {
    public static final byte NONE = -1;
    public static final byte DOWN = 0;
    public static final byte UP = 1;

    private byte[] labels = new byte[1024];
    private long[] endNs = new long[1024];
    private double[] moveBps = new double[1024];
    private int[] moves = new int[1024];

    /** A row whose label is not known yet, or never. */
    public void open(int row) {
        if (row >= labels.length) {
            int capacity = Math.max(row + 1, Math.multiplyExact(labels.length, 2));
            labels = Arrays.copyOf(labels, capacity);
            endNs = Arrays.copyOf(endNs, capacity);
            moveBps = Arrays.copyOf(moveBps, capacity);
            moves = Arrays.copyOf(moves, capacity);
        }
        labels[row] = NONE;
        moves[row] = NONE;
    }

    public void decide(int row, boolean up, long timeNs, double bps, int move) {
        labels[row] = up ? UP : DOWN;
        endNs[row] = timeNs;
        moveBps[row] = bps;
        moves[row] = move;
    }

    public byte label(int row) {
        return labels[row];
    }

    public long endNs(int row) {
        return endNs[row];
    }

    public double moveBps(int row) {
        return moveBps[row];
    }

    public int move(int row) {
        return moves[row];
    }
}
