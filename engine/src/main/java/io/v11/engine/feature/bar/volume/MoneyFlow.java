package io.v11.engine.feature.bar.volume;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * The money flow index: typical price times volume of the bars that rose as a part of those that rose or fell. Not
 * defined when no bar with volume did. Confined to the feature thread; allocates nothing.
 */
public final class MoneyFlow implements WindowIndicator {
    private static final int LENGTH = 14;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(new Feature("mfi_14", "0..100",
                "100 u / (u + d), u and d sums of p v of 14 bars with p above and below p[1], p = (h + l + c) / 3",
                "15 bars, volume, a move").from("Quong and Soudack 1989")
                .settles(Memory.ofWindow(length, LENGTH + 1)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.count() <= LENGTH) {
            held.invalidate(first);
            return;
        }
        double up = 0.0;
        double down = 0.0;
        double price = bars.typical(0);
        for (int age = 0; age < LENGTH; age++) {
            double before = bars.typical(age + 1);
            double flow = price * bars.volume(age);
            if (price > before) {
                up += flow;
            } else if (price < before) {
                down += flow;
            }
            price = before;
        }
        held.set(first, 100.0 * up / (up + down));
    }
}
