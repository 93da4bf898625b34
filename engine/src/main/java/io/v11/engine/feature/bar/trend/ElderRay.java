package io.v11.engine.feature.bar.trend;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.SeededAverage;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Elder's ray: how far the bulls lifted the high above the average, the bears pushed the low below. Confined to the
 * feature thread; allocates nothing after construction.
 */
public final class ElderRay implements Indicator {
    private static final int LENGTH = 13;

    private final SeededAverage average = SeededAverage.exponential(LENGTH);

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling settling = Memory.ofAverage(length, LENGTH, average.weight(), 1);
        return List.of(
                new Feature("elder_bull_bps", "bps", "(h - EMA13) / c", "13 bars").from("Elder 1993").settles(settling),
                new Feature("elder_bear_bps", "bps", "(l - EMA13) / c", "13 bars").from("Elder 1993")
                        .settles(settling));
    }

    @Override
    public void onBar(BarHistory bars) {
        average.add(bars.close(0));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double scale = Output.BPS / bars.close(0);
        Output.set(held, first, average.ready(), (bars.high(0) - average.value()) * scale);
        Output.set(held, first + 1, average.ready(), (bars.low(0) - average.value()) * scale);
    }

    @Override
    public void reset() {
        average.reset();
    }

    @Override
    public long stateHash(long start) {
        return average.stateHash(start);
    }
}
