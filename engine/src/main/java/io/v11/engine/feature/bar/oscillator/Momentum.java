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
 * How far and how steadily the close went: rate of change and Chande's momentum oscillator, which is the move of 20 bars
 * as a part of the way gone. The latter is not defined when nothing moved. It has no memory but the bars. Confined to
 * the feature thread; allocates nothing.
 */
public final class Momentum implements WindowIndicator {
    private static final int SPAN = 10;
    private static final int LONG = 20;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("roc_10_bps", "bps", "c / c[10] - 1", "11 bars").from("textbook rate of change")
                        .settles(Memory.ofWindow(length, SPAN + 1)),
                new Feature("cmo_20", "-100..100", "100 (u - d) / (u + d), u and d sums of gains and losses of 20 bars",
                        "21 bars, a move").from("Chande and Kroll 1994")
                        .settles(Memory.ofWindow(length, LONG + 1)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        boolean spanned = bars.count() > SPAN;
        Output.set(held, first, spanned,
                spanned ? (bars.close(0) / bars.close(SPAN) - 1.0) * Output.BPS : Double.NaN);
        boolean full = bars.count() > LONG;
        Output.set(held, first + 1, full, full ? oscillator(bars) : Double.NaN);
    }

    private static double oscillator(BarHistory bars) {
        double way = 0.0;
        for (int age = 0; age < LONG; age++) {
            way += Math.abs(bars.close(age) - bars.close(age + 1));
        }
        return 100.0 * (bars.close(0) - bars.close(LONG)) / way;
    }
}
