package io.v11.engine.feature.bar.channel;

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
 * Donchian's channel between the highest high and the lowest low of 55 bars, the longer span of the Turtles: that of 20
 * would repeat the stochastic. The position is not defined when the channel is flat. Confined to the feature thread;
 * allocates nothing after construction.
 */
public final class DonchianChannel implements Indicator {
    private static final int LENGTH = 55;

    private final RollingExtreme highest = RollingExtreme.highest(LENGTH);
    private final RollingExtreme lowest = RollingExtreme.lowest(LENGTH);

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("donchian_position_55", "ratio", "(c - L55) / (H55 - L55)", "55 bars, not flat")
                        .from("Donchian 1960").settles(Memory.ofWindow(length, LENGTH)),
                new Feature("donchian_width_55_bps", "bps", "2 (H55 - L55) / (H55 + L55)", "55 bars")
                        .from("Donchian 1960").settles(Memory.ofWindow(length, LENGTH)));
    }

    @Override
    public void onBar(BarHistory bars) {
        highest.add(bars.high(0));
        lowest.add(bars.low(0));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double high = highest.value();
        double low = lowest.value();
        Output.set(held, first, highest.ready(), (bars.close(0) - low) / (high - low));
        Output.set(held, first + 1, highest.ready(), 2.0 * (high - low) / (high + low) * Output.BPS);
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
