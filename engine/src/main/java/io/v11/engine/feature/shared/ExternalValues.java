package io.v11.engine.feature.shared;

import java.util.Arrays;

import io.v11.config.ExternalSeries;
import io.v11.engine.slot.StateHash;

/**
 * The last values of every series from outside the venue, as far as they were published: a value is visible from its event
 * on and never before. A period that is published again takes the new value (a revision); one older than the newest is
 * left out. Confined to the feature thread; allocates nothing after construction.
 */
public final class ExternalValues {
    /** Publications of a series that are kept. */
    public static final int SIZE = 32;
    private static final int MASK = SIZE - 1;

    private final int series = ExternalSeries.count();
    private final double[] values = new double[series * SIZE];
    private final long[] counts = new long[series];
    private final long[] periods = new long[series];
    private final long[] publishedNs = new long[series];
    private final long[] staleAfterNs = new long[series];
    private long historyHash;

    ExternalValues() {
        for (int id = 0; id < series; id++) {
            staleAfterNs[id] = ExternalSeries.of(id).staleAfterNs();
        }
        reset();
    }

    void reset() {
        Arrays.fill(counts, 0L);
        Arrays.fill(periods, 0L);
        Arrays.fill(publishedNs, 0L);
        historyHash = StateHash.start();
    }

    /** A value was published at {@code timeNs}; the id is known and the value finite. */
    void onValue(int id, long periodStartNs, double value, long timeNs) {
        historyHash = StateHash.add(StateHash.add(historyHash, id), periodStartNs);
        historyHash = StateHash.add(StateHash.add(historyHash, value), timeNs);
        if (counts[id] > 0 && periodStartNs < periods[id]) {
            return;
        }
        if (counts[id] == 0 || periodStartNs > periods[id]) {
            counts[id]++;
        }
        values[id * SIZE + ((int) counts[id] & MASK)] = value;
        periods[id] = periodStartNs;
        publishedNs[id] = timeNs;
    }

    /** The value and as many before it as {@code back} were published. */
    public boolean known(ExternalSeries of, int back) {
        return counts[of.id()] > back;
    }

    /** The newest value is too old to stand for the present. */
    public boolean stale(ExternalSeries of, long nowNs) {
        return nowNs - publishedNs[of.id()] > staleAfterNs[of.id()];
    }

    /** The newest value at 0, the one {@code back} publications before it otherwise; it must be {@link #known}. */
    public double value(ExternalSeries of, int back) {
        return values[of.id() * SIZE + ((int) (counts[of.id()] - back) & MASK)];
    }

    /** Digest of everything ever published. */
    long stateHash(long start) {
        return StateHash.add(start, historyHash);
    }
}
