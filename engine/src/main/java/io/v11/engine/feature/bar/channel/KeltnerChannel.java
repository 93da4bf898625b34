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
 * Keltner's channel in Raschke's form: EMA of 20 closes, two average true ranges of 10 bars on either side; and Carter's
 * squeeze, Bollinger's width of 20 bars as a part of the channel's. Position and squeeze are not defined without a range
 * and after {@link BarHistory#STILL} bars without a move. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class KeltnerChannel implements Indicator {
    private static final int LENGTH = 20;
    private static final int RANGE_LENGTH = 10;
    /** Average true ranges from the middle to a band. */
    private static final double BAND = 2.0;

    private final SeededAverage middle = SeededAverage.exponential(LENGTH);
    private final SeededAverage range = SeededAverage.wilder(RANGE_LENGTH);

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("keltner_position", "ratio", "(c - lower) / (upper - lower), bands EMA20 +- 2 ATR10",
                        "20 bars, a range").from("Keltner 1960, Raschke and Connors 1995")
                        .settles(Memory.ofAverage(length, LENGTH, middle.weight(), 1)),
                new Feature("keltner_width_bps", "bps", "4 ATR10 / EMA20", "20 bars")
                        .from("Keltner 1960, Raschke and Connors 1995")
                        .settles(Memory.ofAverage(length, LENGTH, middle.weight(), 1)),
                new Feature("squeeze_20", "ratio", "4 s / (4 ATR10), s the deviation of 20 closes", "20 bars, a range")
                        .from("Carter 2005").settles(Memory.ofAverage(length, LENGTH, range.weight(), 1)));
    }

    @Override
    public void onBar(BarHistory bars) {
        middle.add(bars.close(0));
        if (bars.count() > 1) {
            range.add(bars.trueRange(0));
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (!middle.ready()) {
            held.invalidate(first);
            held.invalidate(first + 1);
            held.invalidate(first + 2);
            return;
        }
        double half = BAND * range.value();
        double unit = bars.still() || half == 0.0 ? Double.NaN : 2.0 * half;
        held.set(first, (bars.close(0) - middle.value() + half) / unit);
        held.set(first + 1, 2.0 * half / middle.value() * Output.BPS);
        double deviation = bars.deviation(LENGTH, bars.meanClose(LENGTH));
        held.set(first + 2, 2.0 * BAND * deviation / unit);
    }

    @Override
    public void reset() {
        middle.reset();
        range.reset();
    }

    @Override
    public long stateHash(long start) {
        return range.stateHash(middle.stateHash(start));
    }
}
