package io.v11.engine.feature.bar.oscillator;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.RollingExtreme;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Where the close stands between the lowest low and the highest high: Lane's stochastic with its two smoothings.
 * A bar whose window is flat has no %K, and takes those that smooth over it along. Confined to the feature thread;
 * allocates nothing after construction.
 */
public final class Stochastic implements Indicator {
    private static final int LENGTH = 14;
    private static final int SMOOTH = 3;
    /** %K that the double smoothing reaches back to. */
    private static final int KEPT = 2 * SMOOTH - 1;

    private final RollingExtreme highest = RollingExtreme.highest(LENGTH);
    private final RollingExtreme lowest = RollingExtreme.lowest(LENGTH);
    /** Newest first; NaN: flat. */
    private final double[] fastK = new double[KEPT];
    private long count;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("stochastic_14", "ratio", "%K = (c - L14) / (H14 - L14)", "14 bars, not flat")
                        .from("Lane 1957").settles(Memory.ofWindow(length, LENGTH)),
                new Feature("stochastic_14_slow", "ratio", "mean of the last 3 %K", "16 bars, not flat")
                        .from("Lane 1957").settles(Memory.ofWindow(length, LENGTH + SMOOTH - 1)),
                new Feature("stochastic_14_d", "ratio", "%D: mean of the last 3 stochastic_14_slow",
                        "18 bars, not flat").from("Lane 1957").settles(Memory.ofWindow(length, LENGTH + KEPT - 1)));
    }

    @Override
    public void onBar(BarHistory bars) {
        highest.add(bars.high(0));
        lowest.add(bars.low(0));
        if (!highest.ready()) {
            return;
        }
        for (int i = KEPT - 1; i > 0; i--) {
            fastK[i] = fastK[i - 1];
        }
        fastK[0] = (bars.close(0) - lowest.value()) / (highest.value() - lowest.value());
        count++;
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        Output.set(held, first, count >= 1, fastK[0]);
        Output.set(held, first + 1, count >= SMOOTH, smooth(0));
        Output.set(held, first + 2, count >= KEPT, (smooth(0) + smooth(1) + smooth(2)) / SMOOTH);
    }

    private double smooth(int age) {
        return (fastK[age] + fastK[age + 1] + fastK[age + 2]) / SMOOTH;
    }

    @Override
    public void reset() {
        highest.reset();
        lowest.reset();
        count = 0L;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(lowest.stateHash(highest.stateHash(start)), count);
        int kept = (int) Math.min(count, KEPT);
        for (int i = 0; i < kept; i++) {
            // The bits of a NaN are nobody's promise.
            hash = StateHash.add(hash, fastK[i] == fastK[i] ? fastK[i] : -1.0);
        }
        return hash;
    }
}
