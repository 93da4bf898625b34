package io.v11.training.data;

import java.util.Arrays;

import io.v11.config.Limits;

/**
 * Label "direction of the next mid move": the sign of the first mid price that differs from the mid at the decision.
 *
 * <p>All undecided rows of an instrument stand at the same mid, because the move that ends one of them ends them all. So
 * one list a instrument is enough, and a label never looks past the event that decides it: that event's time is the end of
 * the label. When the book is lost the move that follows is unknown, and the waiting rows stay without label.
 *
 * <p>Mids are doubled ({@code bid + ask} in E8): comparing them is exact.
 */
final class NextMoveLabels {
    static final byte NONE = -1;
    static final byte DOWN = 0;
    static final byte UP = 1;

    private final Waiting[] waiting = new Waiting[Limits.INSTRUMENTS];
    private byte[] labels = new byte[1024];
    private long[] endNs = new long[1024];
    private double[] moveBps = new double[1024];
    private int[] moves = new int[1024];
    private int moveCount;

    /** Row {@code row} was decided at this mid. Rows come in order, and after {@link #onMid} of the same event. */
    void onDecision(int row, int instrument, long midTwiceE8) {
        ensure(row);
        labels[row] = NONE;
        moves[row] = NONE;
        of(instrument).add(row, midTwiceE8);
    }

    /** A row that can never have a label, because the mid at its decision is not known. */
    void onUnlabelled(int row) {
        ensure(row);
        labels[row] = NONE;
        moves[row] = NONE;
    }

    /** The mid of the instrument after an event. */
    void onMid(int instrument, long midTwiceE8, long timeNs) {
        Waiting rows = of(instrument);
        if (rows.count == 0 || rows.midTwiceE8 == midTwiceE8) {
            return;
        }
        double bps = Math.abs(midTwiceE8 - rows.midTwiceE8) / (double) rows.midTwiceE8 * 10_000.0;
        byte label = midTwiceE8 > rows.midTwiceE8 ? UP : DOWN;
        for (int i = 0; i < rows.count; i++) {
            int row = rows.rows[i];
            labels[row] = label;
            endNs[row] = timeNs;
            moveBps[row] = bps;
            moves[row] = moveCount;
        }
        moveCount++;
        rows.count = 0;
    }

    /** The book of the instrument is not to be trusted from here on. */
    void onLost(int instrument) {
        of(instrument).count = 0;
    }

    /** The journal ends: nothing that waits will ever be decided. */
    void onEnd() {
        for (Waiting rows : waiting) {
            if (rows != null) {
                rows.count = 0;
            }
        }
    }

    byte label(int row) {
        return labels[row];
    }

    long endNs(int row) {
        return endNs[row];
    }

    /** Size of the move, basis points of the mid at the decision. */
    double moveBps(int row) {
        return moveBps[row];
    }

    /** Number of the move; rows with the same number were decided by the same event. */
    int move(int row) {
        return moves[row];
    }

    private Waiting of(int instrument) {
        if (waiting[instrument] == null) {
            waiting[instrument] = new Waiting();
        }
        return waiting[instrument];
    }

    private void ensure(int row) {
        if (row >= labels.length) {
            int capacity = Math.max(row + 1, Math.multiplyExact(labels.length, 2));
            labels = Arrays.copyOf(labels, capacity);
            endNs = Arrays.copyOf(endNs, capacity);
            moveBps = Arrays.copyOf(moveBps, capacity);
            moves = Arrays.copyOf(moves, capacity);
        }
    }

    /** Rows of one instrument that wait for the same move. */
    private static final class Waiting {
        private int[] rows = new int[64];
        private int count;
        private long midTwiceE8;

        private void add(int row, long midTwice) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
            midTwiceE8 = midTwice;
        }
    }
}
