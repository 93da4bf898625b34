package io.v11.engine.allocation;

/**
 * The last returns of every instrument, a row for each bar: a ring. Appending allocates nothing; confined to one thread.
 *
 * <p>
 * A bar in which an instrument did not trade has return 0 for it, which makes it look calmer than it is.
 */
public final class ReturnWindow {
    private final double[][] rows;
    private final int instruments;
    private int size;
    private int next;

    public ReturnWindow(int instruments, int capacity) {
        if (instruments < 1 || capacity < 2) {
            throw new IllegalArgumentException("a window of " + capacity + " bars of " + instruments
                    + " instruments; there must be at least 2 bars of 1");
        }
        this.instruments = instruments;
        rows = new double[capacity][instruments];
    }

    /** Takes the returns of a closed bar, over the oldest when full; false, and nothing is taken, when one is not finite. */
    public boolean append(double[] returns) {
        for (int i = 0; i < instruments; i++) {
            if (!Double.isFinite(returns[i])) {
                return false;
            }
        }
        System.arraycopy(returns, 0, rows[next], 0, instruments);
        next = next + 1 == rows.length ? 0 : next + 1;
        size = Math.min(size + 1, rows.length);
        return true;
    }

    /** The return of one instrument in one bar, 0 the oldest that is kept. */
    public double at(int row, int instrument) {
        int first = size < rows.length ? 0 : next;
        int place = first + row;
        return rows[place < rows.length ? place : place - rows.length][instrument];
    }

    public int size() {
        return size;
    }

    public int instruments() {
        return instruments;
    }

    /** A copy, oldest first. */
    double[][] copy() {
        double[][] copy = new double[size][instruments];
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < instruments; i++) {
                copy[k][i] = at(k, i);
            }
        }
        return copy;
    }
}
