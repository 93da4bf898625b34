package io.v11.engine.feature.bar.oscillator;

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
 * Returns, strength, position and volume over up to 20 bars. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class PriceAndVolume implements Indicator {
    private static final int SHORT = 14;
    private static final int LONG = 20;

    private final SeededAverage gains = SeededAverage.wilder(SHORT);
    private final SeededAverage losses = SeededAverage.wilder(SHORT);
    private final SeededAverage trueRange = SeededAverage.wilder(SHORT);

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("ret_1_bps", "bps", "c / c[1] - 1", "2 bars").settles(Memory.ofWindow(length, 2)),
                new Feature("ret_5_bps", "bps", "c / c[5] - 1", "6 bars").settles(Memory.ofWindow(length, 6)),
                new Feature("ret_20_bps", "bps", "c / c[20] - 1", "21 bars").settles(Memory.ofWindow(length, 21)),
                new Feature("rsi_14", "0..100", "RSI of 14 bars, Wilder's smoothing", "15 bars, a move")
                        .from("Wilder 1978").settles(Memory.ofAverage(length, 15, gains.weight(), 1)),
                new Feature("bollinger_b", "ratio",
                        "%b = (c - m + 2 s) / (4 s), m and s mean and deviation of 20 closes",
                        "20 bars, not flat").from("Bollinger 1983").settles(Memory.ofWindow(length, LONG)),
                new Feature("natr_14_bps", "bps", "ATR14 / c, Wilder's smoothing", "15 bars").from("Wilder 1978")
                        .settles(Memory.ofAverage(length, 15, gains.weight(), 1)),
                new Feature("stochastic_14", "ratio", "%K = (c - L14) / (H14 - L14)", "14 bars, not flat")
                        .from("Lane 1957").settles(Memory.ofWindow(length, SHORT)),
                new Feature("buy_share", "ratio", "taker-bought part of the bar's volume", "a bar with volume")
                        .settles(Memory.ofWindow(length, 1)),
                new Feature("buy_share_20", "ratio", "taker-bought part of the volume of 20 bars", "20 bars, volume")
                        .settles(Memory.ofWindow(length, LONG)),
                new Feature("vwap_20_bps", "bps", "(c - VWAP) / c, VWAP of 20 bars", "20 bars, volume")
                        .settles(Memory.ofWindow(length, LONG)),
                new Feature("volume_vs_avg_20", "ratio", "(v - a) / (v + a), a the mean volume of 20 bars",
                        "20 bars, volume").settles(Memory.ofWindow(length, LONG)),
                new Feature("volatility_20_bps", "bps", "deviation of 20 closes / c", "20 bars")
                        .settles(Memory.ofWindow(length, LONG)));
    }

    @Override
    public void onBar(BarHistory bars) {
        if (bars.count() > 1) {
            double move = bars.close(0) - bars.close(1);
            gains.add(Math.max(move, 0.0));
            losses.add(Math.max(-move, 0.0));
            trueRange.add(bars.trueRange(0));
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double close = bars.close(0);
        boolean full = bars.count() >= LONG;
        double mean = bars.meanClose(LONG);
        double deviation = bars.deviation(LONG, mean);
        int at = first;
        writeReturn(held, at++, bars, 1);
        writeReturn(held, at++, bars, 5);
        writeReturn(held, at++, bars, LONG);
        Output.set(held, at++, gains.ready(), 100.0 * gains.value() / (gains.value() + losses.value()));
        Output.set(held, at++, full, (close - mean + 2.0 * deviation) / (4.0 * deviation));
        Output.set(held, at++, trueRange.ready(), trueRange.value() / close * Output.BPS);
        Output.set(held, at++, bars.count() >= SHORT, bars.stochastic(SHORT));
        Output.set(held, at++, true, bars.buyShare(1));
        Output.set(held, at++, full, bars.buyShare(LONG));
        Output.set(held, at++, full, (close - bars.vwap(LONG)) / close * Output.BPS);
        Output.set(held, at++, full, Output.contrast(bars.volume(0), bars.meanVolume(LONG)));
        Output.set(held, at, full, deviation / close * Output.BPS);
    }

    private static void writeReturn(FeatureVector held, int index, BarHistory bars, int count) {
        Output.set(held, index, bars.count() > count, (bars.close(0) / bars.close(count) - 1.0) * Output.BPS);
    }

    @Override
    public void reset() {
        gains.reset();
        losses.reset();
        trueRange.reset();
    }

    @Override
    public long stateHash(long start) {
        return trueRange.stateHash(losses.stateHash(gains.stateHash(start)));
    }
}
