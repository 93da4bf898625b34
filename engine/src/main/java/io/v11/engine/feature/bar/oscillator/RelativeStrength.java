package io.v11.engine.feature.bar.oscillator;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.RollingExtreme;
import io.v11.engine.feature.bar.SeededAverage;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * The relative strength index, and where it stands in its own range of as many bars (stochastic RSI).
 * Nothing is defined without a move in the averages or after {@link BarHistory#STILL} bars without one. Confined to the
 * feature thread; allocates nothing after construction.
 */
public final class RelativeStrength implements Indicator {
    private static final int LENGTH = 14;
    private static final int SMOOTH = 3;
    /** A range of the index below this is rounding: while the price stands still, the index should as well. */
    private static final double NO_RANGE = 1e-6;

    private final SeededAverage gains = SeededAverage.wilder(LENGTH);
    private final SeededAverage losses = SeededAverage.wilder(LENGTH);
    private final RollingExtreme highest = RollingExtreme.highest(LENGTH);
    private final RollingExtreme lowest = RollingExtreme.lowest(LENGTH);
    private final double[] fastK = new double[SMOOTH];
    private long fastCount;
    private double index = Double.NaN;

    @Override
    public List<Feature> outputs(BarLength length) {
        return List.of(
                new Feature("rsi_14", "0..100",
                        "100 g / (g + l), g and l Wilder averages of gains and losses of 14 bars, anew after 60 bars without a move",
                        "15 bars, a move").from("Wilder 1978")
                        .settles(Memory.ofAverage(length, LENGTH + 1, gains.weight(), 1)),
                new Feature("stochastic_rsi_14", "ratio", "(RSI14 - L) / (H - L), H and L its extremes of 14 bars",
                        "28 bars, a range").from("Chande and Kroll 1994")
                        .settles(Memory.ofAverage(length, 2 * LENGTH, gains.weight(), 1)),
                new Feature("stochastic_rsi_14_d", "ratio", "mean of the last 3 stochastic_rsi_14", "30 bars, ranges")
                        .from("Chande and Kroll 1994")
                        .settles(Memory.ofAverage(length, 2 * LENGTH + SMOOTH, gains.weight(), 1)));
    }

    @Override
    public void onBar(BarHistory bars) {
        if (bars.count() < 2) {
            return;
        }
        if (bars.still()) {
            // Quotients of what has all but faded would remember the last move for ever.
            reset();
            return;
        }
        double move = bars.close(0) - bars.close(1);
        gains.add(Math.max(move, 0.0));
        losses.add(Math.max(-move, 0.0));
        if (!gains.ready()) {
            return;
        }
        double all = gains.value() + losses.value();
        // Without any move yet the index is taken for the middle, so that the window of indices has no hole.
        index = all == 0.0 ? 50.0 : 100.0 * gains.value() / all;
        highest.add(index);
        lowest.add(index);
        if (highest.ready()) {
            double range = highest.value() - lowest.value();
            fastK[(int) (fastCount++ % SMOOTH)] = range < NO_RANGE ? Double.NaN : (index - lowest.value()) / range;
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        if (bars.still()) {
            for (int i = 0; i < 3; i++) {
                held.invalidate(first + i, Invalidity.UNDEFINED);
            }
            return;
        }
        boolean moves = gains.value() + losses.value() > 0.0;
        double defined = moves ? 1.0 : Double.NaN;
        Output.set(held, first, gains.ready(), index * defined);
        double newest = fastK[(int) ((fastCount + SMOOTH - 1) % SMOOTH)];
        Output.set(held, first + 1, fastCount > 0, newest * defined);
        double mean = (fastK[0] + fastK[1] + fastK[2]) / SMOOTH;
        Output.set(held, first + 2, fastCount >= SMOOTH, mean * defined);
    }

    @Override
    public void reset() {
        gains.reset();
        losses.reset();
        highest.reset();
        lowest.reset();
        fastCount = 0L;
        index = Double.NaN;
    }

    @Override
    public long stateHash(long start) {
        long hash = losses.stateHash(gains.stateHash(start));
        hash = lowest.stateHash(highest.stateHash(hash));
        hash = StateHash.add(hash, fastCount);
        int kept = (int) Math.min(fastCount, SMOOTH);
        for (int i = 0; i < kept; i++) {
            // The bits of a NaN are nobody's promise.
            hash = StateHash.add(hash, fastK[i] == fastK[i] ? fastK[i] : -1.0);
        }
        return hash;
    }
}
