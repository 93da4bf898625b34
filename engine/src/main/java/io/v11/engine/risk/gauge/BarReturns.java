package io.v11.engine.risk.gauge;

import java.util.Arrays;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * Gathers the returns of one bar of time from events that bring one instrument each. A row is complete when as many instruments have
 * closed the bar as had closed the one before, or when a later bar closes; an instrument without a bar has return 0. A bar that comes
 * too late is left out and its move goes into the next one. Simple returns, close to close; allocates nothing after construction.
 */
final class BarReturns {
    private final double[] row;
    private final double[] closes;
    private long openTimeNs = Long.MIN_VALUE;
    private boolean gathering;
    private int seen;
    private int expected;
    private boolean moved;

    BarReturns(int instruments) {
        row = new double[instruments];
        closes = new double[instruments];
    }

    /** An earlier row waits that this bar does not belong to: take it before {@link #add}. */
    boolean completedBy(MarketView.Bar bar) {
        return gathering && bar.openTimeNs > openTimeNs;
    }

    /** Adds a bar; true when the row is complete with it. */
    boolean add(int instrument, MarketView.Bar bar) {
        if (bar.openTimeNs > openTimeNs) {
            openTimeNs = bar.openTimeNs;
            gathering = true;
        }
        if (!gathering || bar.openTimeNs < openTimeNs || bar.closeE8 <= 0) {
            return false;
        }
        if (closes[instrument] > 0.0) {
            row[instrument] = bar.closeE8 / closes[instrument] - 1.0;
            moved = true;
        }
        closes[instrument] = bar.closeE8;
        seen++;
        return expected > 0 && seen >= expected;
    }

    /** The row; without meaning while there is none. */
    double[] row() {
        return row;
    }

    /** Some instrument had a close before: the row says something. */
    boolean moved() {
        return moved;
    }

    /** The row has been taken. */
    void clear() {
        Arrays.fill(row, 0.0);
        expected = seen;
        seen = 0;
        moved = false;
        gathering = false;
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(StateHash.add(hash, openTimeNs), seen), expected);
        for (int i = 0; i < row.length; i++) {
            result = StateHash.add(StateHash.add(result, row[i]), closes[i]);
        }
        return StateHash.add(result, gathering);
    }
}
