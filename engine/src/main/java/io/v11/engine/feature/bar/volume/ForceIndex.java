package io.v11.engine.feature.bar.volume;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.SeededAverage;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Elder's force index, move times volume smoothed over 13 bars, as a part of what it would be had all moves gone one
 * way. Not defined before a bar with volume moved and after {@link BarHistory#STILL} bars without a move. Confined to the
 * feature thread; allocates nothing after construction.
 */
public final class ForceIndex implements Indicator {
    private static final int LENGTH = 13;

    private final SeededAverage force = SeededAverage.exponential(LENGTH);
    private final SeededAverage size = SeededAverage.exponential(LENGTH);

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(new Feature("force_13", "-1..1", "EMA13(f) / EMA13(|f|), f = (c - c[1]) v",
                "14 bars, a move with volume").from("Elder 1993")
                .settles(Memory.ofAverage(length, LENGTH + 1, force.weight(), 1)));
    }

    @Override
    public void onBar(BarHistory bars) {
        if (bars.count() > 1) {
            double newest = (bars.close(0) - bars.close(1)) * bars.volume(0);
            force.add(newest);
            size.add(Math.abs(newest));
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double whole = bars.still() ? Double.NaN : size.value();
        Output.set(held, first, force.ready(), force.value() / whole);
    }

    @Override
    public void reset() {
        force.reset();
        size.reset();
    }

    @Override
    public long stateHash(long start) {
        return size.stateHash(force.stateHash(start));
    }
}
