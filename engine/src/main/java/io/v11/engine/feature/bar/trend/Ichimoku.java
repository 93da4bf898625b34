package io.v11.engine.feature.bar.trend;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.RollingExtreme;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Ichimoku's lines: middles of the ranges of 9, 26 and 52 bars, and the cloud. The cloud is drawn ahead, so the one that
 * stands over a bar was known 25 bars before (26 with the bar itself counted, as its author counts); it is read there, and
 * nothing of later bars is used: the lagging span, which is the close drawn back, is left out. Confined to the feature
 * thread; allocates nothing after construction.
 */
public final class Ichimoku implements Indicator {
    private static final int TURN = 9;
    private static final int BASE = 26;
    private static final int SPAN = 52;
    private static final int AHEAD = 25;
    private static final int RING = 32;
    private static final String SOURCE = "Hosoda 1969";

    private final Middle turn = new Middle(TURN);
    private final Middle base = new Middle(BASE);
    private final Middle span = new Middle(SPAN);
    private final double[] leadingA = new double[RING];
    private final double[] leadingB = new double[RING];
    private long count;

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling cloud = Memory.ofWindow(length, SPAN + AHEAD);
        String warm = SPAN + AHEAD + " bars";
        return List.of(
                new Feature("ichimoku_tk_bps", "bps", "(m9 - m26) / c, mn = (highest high + lowest low of n bars) / 2",
                        BASE + " bars").from(SOURCE).settles(Memory.ofWindow(length, BASE)),
                new Feature("ichimoku_top_bps", "bps",
                        "(c - max(A, B)) / c, A = (m9 + m26)[25] / 2, B = m52[25]: above the cloud when positive", warm)
                        .from(SOURCE).settles(cloud),
                new Feature("ichimoku_bottom_bps", "bps", "(c - min(A, B)) / c: below the cloud when negative", warm)
                        .from(SOURCE).settles(cloud),
                new Feature("ichimoku_cloud_bps", "bps", "(A - B) / c: thickness of the cloud, negative when it falls",
                        warm).from(SOURCE).settles(cloud));
    }

    @Override
    public void onBar(BarHistory bars) {
        turn.add(bars);
        base.add(bars);
        span.add(bars);
        if (span.ready()) {
            int at = (int) count & RING - 1;
            leadingA[at] = (turn.value() + base.value()) / 2.0;
            leadingB[at] = span.value();
            count++;
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double close = bars.close(0);
        boolean ready = base.ready();
        Output.set(held, first, ready, ready ? (turn.value() - base.value()) / close * Output.BPS : 0.0);
        boolean clouded = count > AHEAD;
        int at = (int) (count - 1 - AHEAD) & RING - 1;
        double a = leadingA[at];
        double b = leadingB[at];
        Output.set(held, first + 1, clouded, (close - Math.max(a, b)) / close * Output.BPS);
        Output.set(held, first + 2, clouded, (close - Math.min(a, b)) / close * Output.BPS);
        Output.set(held, first + 3, clouded, (a - b) / close * Output.BPS);
    }

    @Override
    public void reset() {
        turn.reset();
        base.reset();
        span.reset();
        count = 0L;
    }

    @Override
    public long stateHash(long start) {
        long hash = span.stateHash(base.stateHash(turn.stateHash(start)));
        hash = StateHash.add(hash, count);
        for (long i = Math.max(0L, count - RING); i < count; i++) {
            hash = StateHash.add(hash, leadingA[(int) i & RING - 1]);
            hash = StateHash.add(hash, leadingB[(int) i & RING - 1]);
        }
        return hash;
    }

    /** Middle of the range of the last bars. */
    private static final class Middle {
        private final RollingExtreme highest;
        private final RollingExtreme lowest;

        Middle(int length) {
            highest = RollingExtreme.highest(length);
            lowest = RollingExtreme.lowest(length);
        }

        void add(BarHistory bars) {
            highest.add(bars.high(0));
            lowest.add(bars.low(0));
        }

        boolean ready() {
            return highest.ready();
        }

        double value() {
            return (highest.value() + lowest.value()) / 2.0;
        }

        void reset() {
            highest.reset();
            lowest.reset();
        }

        long stateHash(long start) {
            return lowest.stateHash(highest.stateHash(start));
        }
    }
}
