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
import io.v11.ml.FeatureVector;

/**
 * Aroon: how fresh the highest high and the lowest low are; of equal ones the latest counts. Confined to the feature
 * thread; allocates nothing after construction.
 */
public final class Aroon implements Indicator {
    private static final int LENGTH = 25;

    private final RollingExtreme highest = RollingExtreme.highest(LENGTH + 1);
    private final RollingExtreme lowest = RollingExtreme.lowest(LENGTH + 1);

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling settling = Memory.ofWindow(length, LENGTH + 1);
        return List.of(
                new Feature("aroon_up_25", "0..100", "100 (25 - n) / 25, n bars since the highest high of 26",
                        "26 bars").from("Chande 1995").settles(settling),
                new Feature("aroon_down_25", "0..100", "100 (25 - n) / 25, n bars since the lowest low of 26",
                        "26 bars").from("Chande 1995").settles(settling),
                new Feature("aroon_osc_25", "-100..100", "Aroon up - Aroon down", "26 bars").from("Chande 1995")
                        .settles(settling));
    }

    @Override
    public void onBar(BarHistory bars) {
        highest.add(bars.high(0));
        lowest.add(bars.low(0));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        boolean warm = highest.ready();
        double up = warm ? 100.0 * (LENGTH - highest.age()) / LENGTH : 0.0;
        double down = warm ? 100.0 * (LENGTH - lowest.age()) / LENGTH : 0.0;
        Output.set(held, first, warm, up);
        Output.set(held, first + 1, warm, down);
        Output.set(held, first + 2, warm, up - down);
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
