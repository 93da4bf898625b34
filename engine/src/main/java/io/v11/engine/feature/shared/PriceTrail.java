package io.v11.engine.feature.shared;

import io.v11.engine.slot.StateHash;

/**
 * The price of one instrument at every cell of a time grid, for the last {@link #SIZE} cells: cells in which nothing
 * happened are filled when time goes on, so that looking back is one read. Confined to one thread; allocates nothing
 * after construction.
 */
final class PriceTrail {
    static final int SIZE = 1024;
    private static final int MASK = SIZE - 1;

    private final long cellNs;
    private final double[] prices = new double[SIZE];
    private boolean begun;
    private long firstCell;
    private long lastCell;
    private double newest;
    private long historyHash;

    PriceTrail(long cellNs) {
        this.cellNs = cellNs;
        reset();
    }

    void reset() {
        begun = false;
        firstCell = 0L;
        lastCell = 0L;
        newest = 0.0;
        historyHash = StateHash.start();
    }

    /** The price changed; times must not go back. */
    void add(long timeNs, double price) {
        long cell = Math.floorDiv(timeNs, cellNs);
        if (!begun) {
            begun = true;
            firstCell = cell;
            lastCell = cell;
        }
        if (cell - lastCell > SIZE) {
            lastCell = cell - SIZE;
        }
        while (lastCell < cell) {
            prices[(int) lastCell++ & MASK] = newest;
        }
        prices[(int) cell & MASK] = price;
        newest = price;
        historyHash = StateHash.add(StateHash.add(historyHash, cell), price);
    }

    /** The price in force at the start of the cell that holds the time; NaN before the first and beyond the trail. */
    double at(long timeNs) {
        long cell = Math.floorDiv(timeNs, cellNs) - 1;
        if (!begun || cell < firstCell || cell <= lastCell - SIZE) {
            return Double.NaN;
        }
        return cell >= lastCell ? newest : prices[(int) cell & MASK];
    }

    /** Digest of everything ever added: what is kept follows from it. */
    long stateHash(long start) {
        return StateHash.add(start, historyHash);
    }
}
