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
 * Arms' ease of movement: the move of the bar's middle, weighted by its range over its volume, both in means of the 14
 * bars, so that a bar of mean range and volume counts with its plain move. A bar without volume counts 0, whatever its
 * prices; not defined without volume or range in the window. Confined to the feature thread; allocates nothing.
 */
public final class EaseOfMovement implements WindowIndicator {
    private static final int LENGTH = 14;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(new Feature("ease_14_bps", "bps",
                "mean((m - m[1]) (r / R) / (v / V)) / c of 14 bars, m = (h + l) / 2, r = h - l, R and V means of r and v",
                "15 bars, volume, range").from("Arms 1989").settles(Memory.ofWindow(length, LENGTH + 1)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.count() <= LENGTH) {
            held.invalidate(first);
            return;
        }
        double ease = 0.0;
        double ranges = 0.0;
        for (int age = 0; age < LENGTH; age++) {
            double range = bars.high(age) - bars.low(age);
            ranges += range;
            if (bars.volume(age) > 0.0) {
                double move = middle(bars, age) - middle(bars, age + 1);
                ease += move * range / bars.volume(age);
            }
        }
        double scale = bars.sumVolume(LENGTH) / ranges;
        held.set(first, ease / LENGTH * scale / bars.close(0) * Output.BPS);
    }

    private static double middle(BarHistory bars, int age) {
        return (bars.high(age) + bars.low(age)) * 0.5;
    }
}
