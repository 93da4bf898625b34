package io.v11.engine.feature.bar.oscillator;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Williams' ultimate oscillator: buying pressure as a part of the true range over three windows, weighted 4, 2, 1.
 * Not defined when the shortest window has no range; it has no memory but the bars. Confined to the feature thread;
 * allocates nothing.
 */
public final class UltimateOscillator implements WindowIndicator {
    private static final int SHORT = 7;
    private static final int MIDDLE = 14;
    private static final int LONG = 28;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(new Feature("ultimate", "0..100",
                "100 (4 q7 + 2 q14 + q28) / 7, q = sum(c - min(l, c[1])) / sum(true range)",
                "29 bars, a range in the last 7").from("Williams 1985").settles(Memory.ofWindow(length, LONG + 1)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.count() <= LONG) {
            held.invalidate(first);
            return;
        }
        double pressure = 0.0;
        double range = 0.0;
        double weighted = 0.0;
        for (int age = 0; age < LONG; age++) {
            pressure += bars.close(age) - Math.min(bars.low(age), bars.close(age + 1));
            range += bars.trueRange(age);
            if (age == SHORT - 1) {
                weighted += 4.0 * pressure / range;
            } else if (age == MIDDLE - 1) {
                weighted += 2.0 * pressure / range;
            }
        }
        Output.set(held, first, true, 100.0 * (weighted + pressure / range) / 7.0);
    }
}
