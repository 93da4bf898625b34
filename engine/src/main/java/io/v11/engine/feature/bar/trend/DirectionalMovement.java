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
import io.v11.ml.Invalidity;

/**
 * Wilder's directional movement: the part of the true range by which the bars went up (+DI) and down (-DI), and how much
 * one outdoes the other (ADX). Sums are begun with 13 bars and the first is already smoothed, as TA-Lib does. While
 * nothing moves, DI is undefined and ADX stays; when the close has stood still for long, both begin anew: quotients of
 * what has all but faded would remember the last move for ever. Confined to the feature thread; allocates nothing after construction.
 */
public final class DirectionalMovement implements Indicator {
    private static final int LENGTH = 14;
    private static final double WEIGHT = 1.0 / LENGTH;
    /** Of the close: a smoothed range below it is what the last move left, not a range. */
    private static final double NOTHING = 1e-12;

    private final SeededAverage strength = SeededAverage.wilder(LENGTH);
    private double up;
    private double down;
    private double range;
    private int count;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("adx_14", "0..100",
                        "Wilder average of 100 |a - b| / (a + b), a and b being +DI and -DI of 14 bars, anew after 60 bars without a move",
                        "28 bars")
                        .from("Wilder 1978").settles(Memory.ofAverage(length, 2 * LENGTH, WEIGHT, 2)),
                new Feature("plus_di_14", "0..100", "100 S(max(h - h[1], 0) if greater than l[1] - l) / S(true range)",
                        "15 bars, a range").from("Wilder 1978").settles(Memory.ofAverage(length, 15, WEIGHT, 1)),
                new Feature("minus_di_14", "0..100", "100 S(max(l[1] - l, 0) if greater than h - h[1]) / S(true range)",
                        "15 bars, a range").from("Wilder 1978").settles(Memory.ofAverage(length, 15, WEIGHT, 1)));
    }

    @Override
    public void onBar(BarHistory bars) {
        if (bars.count() < 2) {
            return;
        }
        if (bars.still()) {
            reset();
            return;
        }
        double rise = bars.high(0) - bars.high(1);
        double fall = bars.low(1) - bars.low(0);
        double keep = count < LENGTH - 1 ? 1.0 : 1.0 - WEIGHT;
        up = up * keep + (rise > 0.0 && rise > fall ? rise : 0.0);
        down = down * keep + (fall > 0.0 && fall > rise ? fall : 0.0);
        range = range * keep + bars.trueRange(0);
        if (count < LENGTH) {
            count++;
        }
        if (count == LENGTH) {
            boolean moved = range > NOTHING * bars.close(0) && up + down > 0.0;
            double held = strength.ready() ? strength.value() : 0.0;
            strength.add(moved ? 100.0 * Math.abs(up - down) / (up + down) : held);
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.still()) {
            for (int i = 0; i < 3; i++) {
                held.invalidate(first + i, Invalidity.UNDEFINED);
            }
            return;
        }
        Output.set(held, first, strength.ready(), strength.value());
        if (count == LENGTH && range <= NOTHING * bars.close(0)) {
            held.invalidate(first + 1, Invalidity.UNDEFINED);
            held.invalidate(first + 2, Invalidity.UNDEFINED);
        } else {
            Output.set(held, first + 1, count == LENGTH, 100.0 * up / range);
            Output.set(held, first + 2, count == LENGTH, 100.0 * down / range);
        }
    }

    @Override
    public void reset() {
        strength.reset();
        up = 0.0;
        down = 0.0;
        range = 0.0;
        count = 0;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(strength.stateHash(start), up), down);
        return StateHash.add(StateHash.add(hash, range), count);
    }
}
