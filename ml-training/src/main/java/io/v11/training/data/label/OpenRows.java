package io.v11.training.data.label;

import java.util.Arrays;

/**
 * Rows of one instrument whose label is not decided yet, in the order of their decisions, with the price and time at each.
 * One of them leads: while it waits, the rows that join share its move number, since their spans overlap its own.
 */
final class OpenRows {
    private static final int NONE = -1;

    private int[] rows = new int[64];
    private int[] moves = new int[64];
    private long[] prices = new long[64];
    private long[] timesNs = new long[64];
    private int first;
    private int count;
    private int leader = NONE;
    private int leaderMove;

    int count() {
        return count;
    }

    int row(int index) {
        return rows[first + index];
    }

    int move(int index) {
        return moves[first + index];
    }

    long price(int index) {
        return prices[first + index];
    }

    long timeNs(int index) {
        return timesNs[first + index];
    }

    /** No row leads: the next one needs a move number of its own. */
    boolean leaderless() {
        return leader == NONE;
    }

    /** The row that is added next leads, under this number. */
    void lead(int row, int move) {
        leader = row;
        leaderMove = move;
    }

    void add(int row, long price, long timeNs) {
        if (first + count == rows.length) {
            makeRoom();
        }
        int end = first + count++;
        rows[end] = row;
        moves[end] = leaderMove;
        prices[end] = price;
        timesNs[end] = timeNs;
    }

    private void makeRoom() {
        int capacity = count > rows.length / 2 ? Math.multiplyExact(rows.length, 2) : rows.length;
        rows = Arrays.copyOf(Arrays.copyOfRange(rows, first, first + count), capacity);
        moves = Arrays.copyOf(Arrays.copyOfRange(moves, first, first + count), capacity);
        prices = Arrays.copyOf(Arrays.copyOfRange(prices, first, first + count), capacity);
        timesNs = Arrays.copyOf(Arrays.copyOfRange(timesNs, first, first + count), capacity);
        first = 0;
    }

    void removeFirst() {
        leave(rows[first]);
        first++;
        count--;
    }

    /** The row waits no longer; its place is given back by {@link #sweep}. */
    void close(int index) {
        leave(rows[first + index]);
        rows[first + index] = NONE;
    }

    /** Removes what was closed and keeps the order of the rest. */
    void sweep() {
        int kept = first;
        for (int i = first; i < first + count; i++) {
            if (rows[i] != NONE) {
                rows[kept] = rows[i];
                moves[kept] = moves[i];
                prices[kept] = prices[i];
                timesNs[kept] = timesNs[i];
                kept++;
            }
        }
        count = kept - first;
    }

    /** Removes all; how many there were. */
    int drop() {
        int dropped = count;
        first = 0;
        count = 0;
        leader = NONE;
        return dropped;
    }

    private void leave(int row) {
        if (row == leader) {
            leader = NONE;
        }
    }
}
