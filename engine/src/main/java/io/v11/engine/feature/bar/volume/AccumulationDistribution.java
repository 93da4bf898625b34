package io.v11.engine.feature.bar.volume;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Chaikin's family: volume weighted by where the close lies in the bar's range. The accumulation/distribution line A is
 * an endless total, so it is never formed: what is kept is its distance d = A - EMA(A), which obeys
 * {@code d = (1 - weight) (d[1] + flow)}. The flow of a bar without a range is 0, as is usual. Distances are in mean
 * volumes of 20 bars and not defined without volume. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class AccumulationDistribution implements Indicator {
    private static final int LENGTH = 20;
    private static final int FAST = 3;
    private static final int SLOW = 10;
    private static final double FAST_WEIGHT = 2.0 / (FAST + 1);
    private static final double SLOW_WEIGHT = 2.0 / (SLOW + 1);
    private static final double WEIGHT = 2.0 / (LENGTH + 1);

    private double fastDistance;
    private double slowDistance;
    private double distance;

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling slow = Memory.ofAverage(length, LENGTH, SLOW_WEIGHT, 1);
        return List.of(
                new Feature("cmf_20", "-1..1", "sum(f) / sum(v) of 20 bars, f = v (2 c - h - l) / (h - l)",
                        "20 bars, volume").from("Chaikin 1966").settles(Memory.ofWindow(length, LENGTH)),
                new Feature("ad_20", "volumes",
                        "(A - EMA20(A)) / mean(v) of 20 bars, A the running total of f as in cmf_20",
                        "20 bars, volume").from("Chaikin 1966")
                        .settles(Memory.ofAverage(length, LENGTH, WEIGHT, 1)),
                new Feature("chaikin_3_10", "volumes", "(EMA3(A) - EMA10(A)) / mean(v) of 20 bars, A as in ad_20",
                        "20 bars, volume").from("Chaikin 1966").settles(slow));
    }

    @Override
    public void onBar(BarHistory bars) {
        // The averages start at the line's first value.
        if (bars.count() > 1) {
            double flow = flow(bars, 0);
            fastDistance = (1.0 - FAST_WEIGHT) * (fastDistance + flow);
            slowDistance = (1.0 - SLOW_WEIGHT) * (slowDistance + flow);
            distance = (1.0 - WEIGHT) * (distance + flow);
        }
    }

    private static double flow(BarHistory bars, int age) {
        double high = bars.high(age);
        double low = bars.low(age);
        double range = high - low;
        return range > 0.0 ? bars.volume(age) * ((bars.close(age) - low - (high - bars.close(age))) / range) : 0.0;
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        boolean full = bars.count() >= LENGTH;
        if (!full) {
            held.invalidate(first);
            held.invalidate(first + 1);
            held.invalidate(first + 2);
            return;
        }
        double flows = 0.0;
        for (int age = 0; age < LENGTH; age++) {
            flows += flow(bars, age);
        }
        double volume = bars.sumVolume(LENGTH);
        double unit = volume > 0.0 ? volume / LENGTH : Double.NaN;
        held.set(first, flows / volume);
        held.set(first + 1, distance / unit);
        held.set(first + 2, (slowDistance - fastDistance) / unit);
    }

    @Override
    public void reset() {
        fastDistance = 0.0;
        slowDistance = 0.0;
        distance = 0.0;
    }

    @Override
    public long stateHash(long start) {
        return StateHash.add(StateHash.add(StateHash.add(start, fastDistance), slowDistance), distance);
    }
}
