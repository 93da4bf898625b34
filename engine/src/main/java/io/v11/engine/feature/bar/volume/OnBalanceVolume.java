package io.v11.engine.feature.bar.volume;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Change of Granville's on-balance volume over 20 bars as a part of their volume: the running total itself has neither
 * scale nor beginning. Not defined without volume. Confined to the feature thread; allocates nothing.
 */
public final class OnBalanceVolume implements WindowIndicator {
    private static final int LENGTH = 20;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(new Feature("obv_20", "-1..1", "(OBV - OBV[20]) / sum(v), sums of 20 bars", "21 bars, volume")
                .from("Granville 1963").settles(Memory.ofWindow(length, LENGTH + 1)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.count() <= LENGTH) {
            held.invalidate(first);
            return;
        }
        double balance = 0.0;
        for (int age = 0; age < LENGTH; age++) {
            balance += Math.signum(bars.close(age) - bars.close(age + 1)) * bars.volume(age);
        }
        held.set(first, balance / bars.sumVolume(LENGTH));
    }
}
