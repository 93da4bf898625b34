package io.v11.engine.regime;

import io.v11.engine.slot.StateHash;

/**
 * The latest observations of one instrument, the oldest first, and where what lies before is not known.
 * Allocates nothing after construction.
 */
final class ObservationWindow {
    private final double[] volatility;
    private final double[] trend;
    private final boolean[] cut;
    private int next;
    private int size;
    private long digest = StateHash.start();

    ObservationWindow(int capacity) {
        volatility = new double[capacity];
        trend = new double[capacity];
        cut = new boolean[capacity];
    }

    /** @param afterReset what was believed before it was forgotten: no state leads from there to here */
    void add(double logVolatility, double standardisedTrend, boolean afterReset) {
        volatility[next] = logVolatility;
        trend[next] = standardisedTrend;
        cut[next] = afterReset;
        next = next + 1 == volatility.length ? 0 : next + 1;
        size = Math.min(size + 1, volatility.length);
        // A digest of all that came: hashing the whole window at every state hash would cost as much as a fit.
        digest = StateHash.add(StateHash.add(StateHash.add(digest, logVolatility), standardisedTrend), afterReset);
    }

    boolean full() {
        return size == volatility.length;
    }

    int size() {
        return size;
    }

    double volatility(int index) {
        return volatility[place(index)];
    }

    double trend(int index) {
        return trend[place(index)];
    }

    boolean cut(int index) {
        return cut[place(index)];
    }

    long stateHash(long start) {
        return StateHash.add(StateHash.add(start, digest), size);
    }

    /** @param index 0 is the oldest */
    private int place(int index) {
        int place = next - size + index;
        return place < 0 ? place + volatility.length : place;
    }
}
