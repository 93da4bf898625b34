package io.v11.engine.feature.bar.oscillator;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.RollingExtreme;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Williams %R of 28 bars: how far the close is below the highest high. The usual 14 would be the stochastic's %K once
 * more, shifted by 100. Not defined when the window is flat. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class WilliamsRange implements Indicator {
    private static final int LENGTH = 28;

    private final RollingExtreme highest = RollingExtreme.highest(LENGTH);
    private final RollingExtreme lowest = RollingExtreme.lowest(LENGTH);

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(new Feature("williams_r_28", "-100..0", "-100 (H28 - c) / (H28 - L28)", "28 bars, not flat")
                .from("Williams 1973").settles(Memory.ofWindow(length, LENGTH)));
    }

    @Override
    public void onBar(BarHistory bars) {
        highest.add(bars.high(0));
        lowest.add(bars.low(0));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double range = highest.value() - lowest.value();
        Output.set(held, first, highest.ready(), -100.0 * (highest.value() - bars.close(0)) / range);
    }

    @Override
    public void reset() {
        highest.reset();
        lowest.reset();
    }

    @Override
    public long stateHash(long start) {
        return lowest.stateHash(highest.stateHash(start));
    }
}
