package io.v11.engine.feature.bar.channel;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * Bollinger's bands: mean of the closes and standard deviations, dividing by the number of bars as he does.
 * %b of 20 bars; the width of 50 bars at 2.5 deviations, his advice for the longer span, because that of 20 is four
 * times {@code volatility_20_bps}. %b is not defined when the closes are equal. Confined to the feature thread; allocates
 * nothing.
 */
public final class BollingerBands implements WindowIndicator {
    private static final int LENGTH = 20;
    private static final int LONG = 50;
    private static final double LONG_BAND = 2.5;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("bollinger_b", "ratio",
                        "%b = (c - m + 2 s) / (4 s), m and s mean and deviation of 20 closes", "20 bars, not flat")
                        .from("Bollinger 2001").settles(Memory.ofWindow(length, LENGTH)),
                new Feature("volatility_20_bps", "bps", "deviation of 20 closes / c", "20 bars")
                        .settles(Memory.ofWindow(length, LENGTH)),
                new Feature("bollinger_width_50_bps", "bps",
                        "5 s / m: upper less lower band over the middle, 50 closes, 2.5 deviations", "50 bars")
                        .from("Bollinger 2001").settles(Memory.ofWindow(length, LONG)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.count() < LENGTH) {
            held.invalidate(first);
            held.invalidate(first + 1);
            held.invalidate(first + 2);
            return;
        }
        double close = bars.close(0);
        double mean = bars.meanClose(LENGTH);
        double deviation = bars.deviation(LENGTH, mean);
        held.set(first, (close - mean + 2.0 * deviation) / (4.0 * deviation));
        held.set(first + 1, deviation / close * Output.BPS);
        if (bars.count() < LONG) {
            held.invalidate(first + 2);
            return;
        }
        double longMean = bars.meanClose(LONG);
        held.set(first + 2, 2.0 * LONG_BAND * bars.deviation(LONG, longMean) / longMean * Output.BPS);
    }
}
