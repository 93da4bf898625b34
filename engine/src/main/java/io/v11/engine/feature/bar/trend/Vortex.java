package io.v11.engine.feature.bar.trend;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.RollingSum;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Vortex: way from the low before to the high, and from the high before to the low, as parts of the true range;
 * undefined when nothing moved. Confined to the feature thread; allocates nothing after construction.
 */
public final class Vortex implements Indicator {
    private static final int LENGTH = 14;
    private static final String SOURCE = "Botes & Siepman 2010";

    private final RollingSum up = new RollingSum(LENGTH);
    private final RollingSum down = new RollingSum(LENGTH);
    private final RollingSum range = new RollingSum(LENGTH);

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling settling = Memory.ofWindow(length, LENGTH + 1);
        return List.of(
                new Feature("vortex_plus_14", "ratio", "sum of |h - l[1]| / sum of true range, 14 bars",
                        "15 bars, a range").from(SOURCE).settles(settling),
                new Feature("vortex_minus_14", "ratio", "sum of |l - h[1]| / sum of true range, 14 bars",
                        "15 bars, a range").from(SOURCE).settles(settling));
    }

    @Override
    public void onBar(BarHistory bars) {
        if (bars.count() > 1) {
            up.add(Math.abs(bars.high(0) - bars.low(1)));
            down.add(Math.abs(bars.low(0) - bars.high(1)));
            range.add(bars.trueRange(0));
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double all = range.sum();
        Output.set(held, first, range.ready(), up.sum() / all);
        Output.set(held, first + 1, range.ready(), down.sum() / all);
    }

    @Override
    public void reset() {
        up.reset();
        down.reset();
        range.reset();
    }

    @Override
    public long stateHash(long start) {
        return range.stateHash(down.stateHash(up.stateHash(start)));
    }
}
