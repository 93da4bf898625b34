package io.v11.engine.feature.bar.oscillator;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Lambert's commodity channel index: distance of the typical price from its mean in mean absolute deviations, divided by
 * 0.015. Not defined when the typical prices are all equal; it has no memory but the bars. Confined to the feature
 * thread; allocates nothing.
 */
public final class CommodityChannel implements WindowIndicator {
    private static final int LENGTH = 20;
    private static final double LAMBERT = 0.015;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(new Feature("cci_20", "index",
                "(p - m) / (0.015 d), p = (h + l + c) / 3, m its mean and d its mean absolute deviation of 20 bars",
                "20 bars, not flat").from("Lambert 1980").settles(Memory.ofWindow(length, LENGTH)));
    }

    /** Prices count as distances to the newest close: equal ones deviate by 0, and near ones lose no digits. */
    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.count() < LENGTH) {
            held.invalidate(first);
            return;
        }
        double close = bars.close(0);
        double sum = 0.0;
        for (int age = 0; age < LENGTH; age++) {
            sum += typical(bars, age, close);
        }
        double mean = sum / LENGTH;
        double deviations = 0.0;
        for (int age = 0; age < LENGTH; age++) {
            deviations += Math.abs(typical(bars, age, close) - mean);
        }
        held.set(first, (typical(bars, 0, close) - mean) / (LAMBERT * deviations / LENGTH));
    }

    /** Thrice the typical price: the index is free of scale. */
    private static double typical(BarHistory bars, int age, double origin) {
        return bars.high(age) - origin + (bars.low(age) - origin) + (bars.close(age) - origin);
    }
}
