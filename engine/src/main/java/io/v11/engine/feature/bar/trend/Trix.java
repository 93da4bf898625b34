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
 * TRIX: change over one bar of an average of an average of an average. Confined to the feature thread; allocates nothing
 * after construction.
 */
public final class Trix implements Indicator {
    private static final int LENGTH = 15;
    private static final int WARM_UP = 3 * (LENGTH - 1) + 2;

    private final SeededAverage first = SeededAverage.exponential(LENGTH);
    private final SeededAverage second = SeededAverage.exponential(LENGTH);
    private final SeededAverage third = SeededAverage.exponential(LENGTH);
    private double before;
    private boolean ready;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("trix_15_bps", "bps", "e / e[1] - 1, e = EMA15(EMA15(EMA15(c)))", WARM_UP + " bars")
                        .from("Hutson 1983").settles(Memory.ofAverage(length, WARM_UP, first.weight(), 3)));
    }

    @Override
    public void onBar(BarHistory bars) {
        first.add(bars.close(0));
        if (first.ready()) {
            second.add(first.value());
        }
        if (second.ready()) {
            ready = third.ready();
            before = third.value();
            third.add(second.value());
        }
    }

    @Override
    public void write(FeatureVector held, int index, BarHistory bars) {
        Output.set(held, index, ready, (third.value() - before) / before * Output.BPS);
    }

    @Override
    public void reset() {
        first.reset();
        second.reset();
        third.reset();
        before = 0.0;
        ready = false;
    }

    @Override
    public long stateHash(long start) {
        long hash = third.stateHash(second.stateHash(first.stateHash(start)));
        return StateHash.add(StateHash.add(hash, before), ready);
    }
}
