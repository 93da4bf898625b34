package io.v11.engine.feature.shared;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * Closes of the last {@link #SIZE} minutes by number of the minute since the epoch, so that those of two instruments can
 * be laid side by side. A minute without a trade has the close before it; of a minute that the venue never gave nothing
 * is known. Confined to one thread; allocates nothing after construction.
 */
public final class MinuteCloses {
    static final int SIZE = 128;
    /** Five minutes. */
    public static final long STALE_NS = 300_000_000_000L;
    private static final int MASK = SIZE - 1;
    private static final long NEVER = Long.MIN_VALUE;

    private final double[] closes = new double[SIZE];
    private long first;
    private long last;
    private long historyHash;

    MinuteCloses() {
        reset();
    }

    void reset() {
        first = NEVER;
        last = NEVER;
        historyHash = StateHash.start();
    }

    /** A bar of a minute closed; one of a minute that was told before is left out. */
    void add(MarketView.Bar bar) {
        long minute = Math.floorDiv(bar.openTimeNs, BarLength.MINUTE.timeNs());
        if (begun() && minute <= last) {
            return;
        }
        double close = FixedPoint.toDouble(bar.closeE8);
        if (!begun() || minute - last > SIZE) {
            first = minute;
        } else {
            for (long missing = last + 1; missing < minute; missing++) {
                closes[(int) missing & MASK] = Double.NaN;
            }
        }
        last = minute + bar.emptyAfter;
        for (long at = Math.max(minute, last - SIZE + 1); at <= last; at++) {
            closes[(int) at & MASK] = close;
        }
        historyHash = StateHash.add(StateHash.add(StateHash.add(historyHash, minute), last), close);
    }

    public boolean begun() {
        return first != NEVER;
    }

    /** Number of the newest minute that is known; means nothing before {@link #begun()}. */
    public long last() {
        return last;
    }

    /** The newest minute ended more than {@link #STALE_NS} ago. */
    public boolean stale(long nowNs) {
        return nowNs - (last + 1) * BarLength.MINUTE.timeNs() > STALE_NS;
    }

    /** Close of a minute / close {@code minutes} before it - 1; NaN when one of them is not known. */
    public double returnOver(long minute, int minutes) {
        return close(minute) / close(minute - minutes) - 1.0;
    }

    private double close(long minute) {
        return begun() && minute >= first && minute > last - SIZE && minute <= last
                ? closes[(int) minute & MASK]
                : Double.NaN;
    }

    long stateHash(long start) {
        return StateHash.add(start, historyHash);
    }
}
