package io.v11.engine.feature.price;

import java.util.Arrays;

import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.StateHash;

/**
 * The mid price as it was some windows ago. Moves are kept one per cell of time (the last of them), so the longest
 * window, of at most {@link #LONGEST} cells, never needs more than one move for each; the mid "w ago" is the one in force
 * at the start of the cell that holds now - w. One pointer per window only moves on: constant time on average. Confined
 * to one thread; allocates nothing after construction.
 */
final class MidHistory {
    private static final int SIZE = 1024;
    private static final int MASK = SIZE - 1;
    /** Cells in the longest window. */
    static final int LONGEST = SIZE - 2;

    private final long cellNs;
    private final Window[] windows;
    /** Number of the cell less {@link #base}: half the memory of the number itself. */
    private final int[] cells = new int[SIZE];
    private final double[] mids = new double[SIZE];
    private final long[] positions;
    private long count;
    private long base;
    private long historyHash;

    MidHistory(long cellNs, Window... windows) {
        this.cellNs = cellNs;
        this.windows = windows.clone();
        this.positions = new long[windows.length];
        if (windows[windows.length - 1].timeNs() / cellNs > LONGEST) {
            throw new IllegalArgumentException("mid history of " + LONGEST + " cells is too short for a window of "
                    + windows[windows.length - 1].label());
        }
        reset();
    }

    void reset() {
        count = 0L;
        base = 0L;
        Arrays.fill(positions, 0L);
        historyHash = StateHash.start();
    }

    /** Moves the pointers on; to be called on every event, before {@link #add}. */
    void onTime(long timeNs) {
        for (int i = 0; i < positions.length; i++) {
            long target = Math.floorDiv(timeNs - windows[i].timeNs(), cellNs);
            while (positions[i] + 1 < count && isBefore((int) (positions[i] + 1) & MASK, target)) {
                positions[i]++;
            }
        }
    }

    void add(long timeNs, double mid) {
        long cell = Math.floorDiv(timeNs, cellNs);
        if (count == 0 || cell - base > Integer.MAX_VALUE) {
            rebase(cell);
        }
        if (count > 0 && cells[(int) (count - 1) & MASK] == cell - base) {
            mids[(int) (count - 1) & MASK] = mid;
        } else {
            cells[(int) count & MASK] = (int) (cell - base);
            mids[(int) count & MASK] = mid;
            count++;
        }
        historyHash = StateHash.add(StateHash.add(historyHash, cell), mid);
    }

    /** The mid of window {@code i} ago, NaN when that is before the first one. */
    double before(int i, long timeNs) {
        long target = Math.floorDiv(timeNs - windows[i].timeNs(), cellNs);
        int at = (int) positions[i] & MASK;
        return count > 0 && isBefore(at, target) ? mids[at] : Double.NaN;
    }

    private boolean isBefore(int at, long cell) {
        return cells[at] < cell - base;
    }

    /** Once in 248 days: what lies that far back is before everything, no matter by how much. */
    private void rebase(long cell) {
        for (int i = 0; i < SIZE; i++) {
            cells[i] = (int) Math.max(Integer.MIN_VALUE, cells[i] + base - cell);
        }
        base = cell;
    }

    /** Digest of everything ever added: what is kept follows from it. */
    long stateHash(long start) {
        return StateHash.add(StateHash.add(start, historyHash), count);
    }
}
