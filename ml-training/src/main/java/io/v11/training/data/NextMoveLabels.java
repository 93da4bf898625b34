package io.v11.training.data;

import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;

/**
 * Label "direction of the next mid move": the sign of the first mid price that differs from the mid at the decision.
 *
 * <p>All undecided rows of an instrument stand at the same mid, because the move that ends one of them ends them all. So
 * one list a instrument is enough, and a label never looks past the event that decides it: that event's time is the end of
 * the label. When the book is lost the move that follows is unknown, and the waiting rows stay without label.
 *
 * <p>Mids are doubled ({@code bid + ask} in E8): comparing them is exact.
 */
public final class NextMoveLabels implements Labels {
    private final Waiting[] waiting = new Waiting[Limits.INSTRUMENTS];
    private final LabelColumns columns = new LabelColumns();
    private int moveCount;

    @Override
    public void onSource() {
        onEnd();
    }

    @Override
    public void onEvent(EngineEvent event) {
        MarketView market = event.market();
        if (!market.present) {
            return;
        }
        if (!market.synced) {
            // The book is not to be trusted from here on.
            of(event.instrument()).count = 0;
        } else if (market.topValid) {
            onMid(of(event.instrument()), market.midTwiceE8(), event.timeNs());
        }
    }

    @Override
    public void onDecision(int row, EngineEvent event) {
        MarketView market = event.market();
        columns.open(row);
        if (market.synced && market.topValid) {
            of(event.instrument()).add(row, market.midTwiceE8());
        }
    }

    /** The journal ends: nothing that waits will ever be decided. */
    @Override
    public void onEnd() {
        for (Waiting rows : waiting) {
            if (rows != null) {
                rows.count = 0;
            }
        }
    }

    @Override
    public boolean labelled(int row) {
        return columns.label(row) != LabelColumns.NONE;
    }

    @Override
    public boolean up(int row) {
        return columns.label(row) == LabelColumns.UP;
    }

    @Override
    public long endNs(int row) {
        return columns.endNs(row);
    }

    /** Size of the move, basis points of the mid at the decision. */
    @Override
    public double moveBps(int row) {
        return columns.moveBps(row);
    }

    /** Number of the move; rows with the same number were decided by the same event. */
    @Override
    public int move(int row) {
        return columns.move(row);
    }

    private void onMid(Waiting rows, long midTwiceE8, long timeNs) {
        if (rows.count == 0 || rows.midTwiceE8 == midTwiceE8) {
            return;
        }
        double bps = Math.abs(midTwiceE8 - rows.midTwiceE8) / (double) rows.midTwiceE8 * 10_000.0;
        for (int i = 0; i < rows.count; i++) {
            columns.decide(rows.rows[i], midTwiceE8 > rows.midTwiceE8, timeNs, bps, moveCount);
        }
        moveCount++;
        rows.count = 0;
    }

    private Waiting of(int instrument) {
        if (waiting[instrument] == null) {
            waiting[instrument] = new Waiting();
        }
        return waiting[instrument];
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
