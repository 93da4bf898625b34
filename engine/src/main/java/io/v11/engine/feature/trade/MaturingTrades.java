package io.v11.engine.feature.trade;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * Trades that wait for the mid of a while later. They are gathered into cells of a hundredth of the horizon by event
 * time, and a cell is due at the first event at or after its end plus the horizon, so that nothing is known before its
 * time and a burst of trades costs no memory. What is kept is linear in the later mid m': sums over the cell's trades,
 * per taker side, of quantity q, q p / m and q / m, p being the price and m the mid at the trade. Confined to one
 * thread; allocates nothing after construction.
 */
final class MaturingTrades {
    private static final int CELLS_PER_HORIZON = 100;
    /** More than the cells that can be waiting at once: those of one horizon and two that have begun. */
    private static final int SIZE = 128;
    private static final int MASK = SIZE - 1;
    private static final int FIELDS = 3;

    private final long horizonNs;
    private final long cellNs;
    private final long[] cells = new long[SIZE];
    private final double[] buys = new double[SIZE * FIELDS];
    private final double[] sells = new double[SIZE * FIELDS];
    private long first;
    private long end;

    MaturingTrades(long horizonNs) {
        this.horizonNs = horizonNs;
        this.cellNs = horizonNs / CELLS_PER_HORIZON;
    }

    void reset() {
        first = 0L;
        end = 0L;
    }

    /** Whether the oldest cell has waited long enough. */
    boolean due(long timeNs) {
        return first < end && timeNs - (cells[(int) first & MASK] + 1) * cellNs >= horizonNs;
    }

    /** Forgets the oldest cell. */
    void drop() {
        first++;
    }

    /** Adds a trade; all that is due must have been dropped. */
    void add(long timeNs, boolean buy, double quantity, double price, double mid) {
        long cell = Math.floorDiv(timeNs, cellNs);
        if (first == end || cells[(int) (end - 1) & MASK] != cell) {
            int at = (int) end & MASK;
            cells[at] = cell;
            Arrays.fill(buys, at * FIELDS, (at + 1) * FIELDS, 0.0);
            Arrays.fill(sells, at * FIELDS, (at + 1) * FIELDS, 0.0);
            end++;
        }
        double[] side = buy ? buys : sells;
        int at = ((int) (end - 1) & MASK) * FIELDS;
        side[at] += quantity;
        side[at + 1] += quantity * price / mid;
        side[at + 2] += quantity / mid;
    }

    /** Quantity that takers bought or sold in the oldest cell. */
    double quantity(boolean buy) {
        return (buy ? buys : sells)[((int) first & MASK) * FIELDS];
    }

    /** Sum of q (m' - p) / m over what takers bought or sold in the oldest cell. */
    double gain(boolean buy, double laterMid) {
        double[] side = buy ? buys : sells;
        int at = ((int) first & MASK) * FIELDS;
        return laterMid * side[at + 2] - side[at + 1];
    }

    /** Sum of q (m' - m) / m over what takers bought or sold in the oldest cell. */
    double move(boolean buy, double laterMid) {
        double[] side = buy ? buys : sells;
        int at = ((int) first & MASK) * FIELDS;
        return laterMid * side[at + 2] - side[at];
    }

    long stateHash(long start) {
        long hash = start;
        for (long i = first; i < end; i++) {
            int at = (int) i & MASK;
            hash = StateHash.add(hash, cells[at]);
            for (int field = at * FIELDS; field < (at + 1) * FIELDS; field++) {
                hash = StateHash.add(hash, buys[field]);
                hash = StateHash.add(hash, sells[field]);
            }
        }
        return StateHash.add(hash, end - first);
    }
}
