package io.v11.engine.feature.bar.trend;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.SeededAverage;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * A fast exponential average against a slow one: how far apart, and on which side since when. The age is known once a
 * cross was seen or as many bars have passed as it counts. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class AverageCross implements Indicator {
    private static final int FAST = 9;
    private static final int SLOW = 21;
    private static final int OLDEST = 100;
    /** Of the close: two averages that lie closer are equal, what is left is rounding. */
    private static final double NOTHING = 1e-9;

    private final SeededAverage fast = SeededAverage.exponential(FAST);
    private final SeededAverage slow = SeededAverage.exponential(SLOW);
    private int side;
    private int age;
    private boolean known;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("ema_9_21_bps", "bps", "(EMA9 - EMA21) / c", "21 bars").from("Murphy 1999")
                        .settles(Memory.ofAverage(length, SLOW, slow.weight(), 1)),
                new Feature("ema_9_21_age", "ratio",
                        "s min(n, 100) / 100, s the sign of EMA9 - EMA21, n bars since it changed",
                        "a cross or 121 bars").settles(Memory.ofAverage(length, SLOW + OLDEST, slow.weight(), 1)));
    }

    @Override
    public void onBar(BarHistory bars) {
        double close = bars.close(0);
        fast.add(close);
        slow.add(close);
        if (!slow.ready()) {
            return;
        }
        double gap = fast.value() - slow.value();
        int now = Math.abs(gap) <= NOTHING * close ? side : (int) Math.signum(gap);
        if (now != side) {
            known = side != 0;
            side = now;
            age = 0;
        } else if (age < OLDEST) {
            age++;
        }
        known |= age == OLDEST;
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        Output.set(held, first, slow.ready(), (fast.value() - slow.value()) / bars.close(0) * Output.BPS);
        Output.set(held, first + 1, known, side * age / (double) OLDEST);
    }

    @Override
    public void reset() {
        fast.reset();
        slow.reset();
        side = 0;
        age = 0;
        known = false;
    }

    @Override
    public long stateHash(long start) {
        long hash = slow.stateHash(fast.stateHash(start));
        return StateHash.add(StateHash.add(StateHash.add(hash, side), age), known);
    }
}
