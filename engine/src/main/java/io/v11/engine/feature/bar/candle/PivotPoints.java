package io.v11.engine.feature.bar.candle;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Distances to the classic pivot, its first resistance and support, made of the session before, and to the volume-weighted
 * price of the session under way. A session is a UTC day; for bars of an hour a week from Monday, as is usual for that
 * chart. Only sessions seen from their first bar count, so the start of a replay must lie two sessions back. A session
 * without any bar is a flat one. Confined to the feature thread; allocates nothing after construction.
 */
public final class PivotPoints implements Indicator {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final int DAYS_OF_WEEK = 7;
    /** 1970-01-01 was a Thursday: the first Monday is day 4. */
    private static final long MONDAY = 4;
    private static final long NONE = Long.MIN_VALUE;

    private final long sessionNs;
    private final long originNs;
    private long session;
    /** Sessions of which the beginning was seen; one that was skipped counts: it had no bar. */
    private long begun;
    private double high;
    private double low;
    private double volume;
    private double quoteVolume;
    private double highBefore;
    private double lowBefore;
    private double closeBefore;

    public PivotPoints(BarLength length) {
        boolean weekly = length == BarLength.HOUR;
        sessionNs = weekly ? DAYS_OF_WEEK * DAY_NS : DAY_NS;
        originNs = weekly ? MONDAY * DAY_NS : 0L;
        reset();
    }

    @Override
    public List<Feature> outputs(BarLength length) {
        String unit = sessionNs == DAY_NS ? "UTC day" : "week from Monday, UTC";
        Settling settling = Settling.after(2 * sessionNs + Memory.ofWindow(length, 1).timeNs());
        return List.of(
                new Feature("pivot_bps", "bps", "(c - P) / c, P = (H + L + C) / 3 of the " + unit + " before",
                        "a whole " + unit).from("floor traders, Person 2004").settles(settling),
                new Feature("pivot_r1_bps", "bps", "(c - R1) / c, R1 = 2 P - L", "a whole " + unit)
                        .from("floor traders, Person 2004").settles(settling),
                new Feature("pivot_s1_bps", "bps", "(c - S1) / c, S1 = 2 P - H", "a whole " + unit)
                        .from("floor traders, Person 2004").settles(settling),
                new Feature("session_vwap_bps", "bps", "(c - VWAP) / c, VWAP since the " + unit + " began",
                        "the beginning of a " + unit + ", volume").from("Berkowitz, Logue and Noser 1988")
                        .settles(Settling.after(sessionNs + Memory.ofWindow(length, 1).timeNs())));
    }

    @Override
    public void onBar(BarHistory bars) {
        long newest = Math.floorDiv(bars.openTimeNs() - originNs, sessionNs);
        if (session == NONE) {
            begin(newest, bars);
        } else if (newest != session) {
            boolean next = newest == session + 1;
            closeBefore = bars.close(1);
            highBefore = next ? high : closeBefore;
            lowBefore = next ? low : closeBefore;
            begun += next ? 1 : 2;
            begin(newest, bars);
        }
        high = Math.max(high, bars.high(0));
        low = Math.min(low, bars.low(0));
        volume += bars.volume(0);
        quoteVolume += bars.quoteVolume(0);
    }

    private void begin(long newest, BarHistory bars) {
        session = newest;
        high = bars.high(0);
        low = bars.low(0);
        volume = 0.0;
        quoteVolume = 0.0;
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double close = bars.close(0);
        boolean known = begun >= 2;
        double pivot = (highBefore + lowBefore + closeBefore) / 3.0;
        Output.set(held, first, known, (close - pivot) / close * Output.BPS);
        Output.set(held, first + 1, known, (close - (2.0 * pivot - lowBefore)) / close * Output.BPS);
        Output.set(held, first + 2, known, (close - (2.0 * pivot - highBefore)) / close * Output.BPS);
        Output.set(held, first + 3, begun >= 1, (close - quoteVolume / volume) / close * Output.BPS);
    }

    @Override
    public void reset() {
        session = NONE;
        begun = 0L;
        high = 0.0;
        low = 0.0;
        volume = 0.0;
        quoteVolume = 0.0;
        highBefore = 0.0;
        lowBefore = 0.0;
        closeBefore = 0.0;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(start, session), begun);
        hash = StateHash.add(StateHash.add(hash, high), low);
        hash = StateHash.add(StateHash.add(hash, volume), quoteVolume);
        return StateHash.add(StateHash.add(StateHash.add(hash, highBefore), lowBefore), closeBefore);
    }
}
