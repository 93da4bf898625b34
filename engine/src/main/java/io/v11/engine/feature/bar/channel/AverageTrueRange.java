package io.v11.engine.feature.bar.channel;

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
 * Wilder's average true range as a part of the price, and what is measured in it: the move of ten bars and the newest
 * bar's range. Those two are not defined without a range and after {@link BarHistory#STILL} bars without a move. Confined
 * to the feature thread; allocates nothing after construction.
 */
public final class AverageTrueRange implements Indicator {
    private static final int LENGTH = 14;
    private static final int SPAN = 10;

    private final SeededAverage average = SeededAverage.wilder(LENGTH);

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("natr_14_bps", "bps", "ATR14 / c, Wilder's average of the true range of 14 bars", "15 bars")
                        .from("Wilder 1978").settles(Memory.ofAverage(length, LENGTH + 1, average.weight(), 1)),
                new Feature("momentum_10_atr", "ATR", "(c - c[10]) / ATR14", "15 bars, a range")
                        .settles(Memory.ofAverage(length, LENGTH + 1, average.weight(), 1)),
                new Feature("range_atr", "ATR", "true range of the newest bar / ATR14", "15 bars, a range")
                        .settles(Memory.ofAverage(length, LENGTH + 1, average.weight(), 1)));
    }

    @Override
    public void onBar(BarHistory bars) {
        if (bars.count() > 1) {
            average.add(bars.trueRange(0));
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (!average.ready()) {
            held.invalidate(first);
            held.invalidate(first + 1);
            held.invalidate(first + 2);
            return;
        }
        double range = average.value();
        held.set(first, range / bars.close(0) * Output.BPS);
        double unit = bars.still() || range == 0.0 ? Double.NaN : range;
        held.set(first + 1, (bars.close(0) - bars.close(SPAN)) / unit);
        held.set(first + 2, bars.trueRange(0) / unit);
    }

    @Override
    public void reset() {
        average.reset();
    }

    @Override
    public long stateHash(long start) {
        return average.stateHash(start);
    }
}
