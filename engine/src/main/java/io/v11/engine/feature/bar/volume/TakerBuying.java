package io.v11.engine.feature.bar.volume;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * The part of the volume that takers bought, in the newest bar and in twenty. Not defined without volume. Confined to
 * the feature thread; allocates nothing.
 */
public final class TakerBuying implements WindowIndicator {
    private static final int LENGTH = 20;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("buy_share", "ratio", "taker-bought part of the bar's volume", "a bar with volume")
                        .settles(Memory.ofWindow(length, 1)),
                new Feature("buy_share_20", "ratio", "taker-bought part of the volume of 20 bars", "20 bars, volume")
                        .settles(Memory.ofWindow(length, LENGTH)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        held.set(first, bars.buyShare(1));
        boolean full = bars.count() >= LENGTH;
        Output.set(held, first + 1, full, full ? bars.buyShare(LENGTH) : Double.NaN);
    }
}
