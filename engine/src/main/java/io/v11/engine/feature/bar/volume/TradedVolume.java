package io.v11.engine.feature.bar.volume;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * The newest bar's volume and trade size against those of twenty, and the close against the price at which their volume
 * changed hands. Not defined without volume; the size of a trade not in a bar without one. Confined to the feature
 * thread; allocates nothing.
 */
public final class TradedVolume implements WindowIndicator {
    private static final int LENGTH = 20;

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling settling = Memory.ofWindow(length, LENGTH);
        return List.of(
                new Feature("vwap_20_bps", "bps", "(c - VWAP) / c, VWAP = quote volume / volume of 20 bars",
                        "20 bars, volume").from("Berkowitz, Logue and Noser 1988").settles(settling),
                new Feature("volume_vs_avg_20", "-1..1", "(v - a) / (v + a), a the mean volume of 20 bars",
                        "20 bars, volume").settles(settling),
                new Feature("volume_z_20", "deviations", "(v - a) / s, a and s mean and deviation of 20 volumes",
                        "20 bars, unequal volumes").settles(settling),
                new Feature("trade_size_20", "-1..1", "(q - a) / (q + a), q volume / trades of the bar, a of 20 bars",
                        "20 bars, a trade in the newest").settles(settling));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.count() < LENGTH) {
            held.invalidate(first);
            held.invalidate(first + 1);
            held.invalidate(first + 2);
            held.invalidate(first + 3);
            return;
        }
        double close = bars.close(0);
        double volume = bars.volume(0);
        double mean = bars.meanVolume(LENGTH);
        held.set(first, (close - bars.vwap(LENGTH)) / close * Output.BPS);
        held.set(first + 1, Output.contrast(volume, mean));
        held.set(first + 2, (volume - mean) / bars.volumeDeviation(LENGTH, mean));
        double size = volume / bars.trades(0);
        held.set(first + 3, Output.contrast(size, bars.sumVolume(LENGTH) / bars.sumTrades(LENGTH)));
    }
}
