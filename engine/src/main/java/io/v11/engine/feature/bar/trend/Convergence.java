package io.v11.engine.feature.bar.trend;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.SeededAverage;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * MACD: the gap between a fast and a slow exponential average, its own average, and what lies between the two; and the
 * gap as a part of the slow average (PPO). Confined to the feature thread; allocates nothing after construction.
 */
public final class Convergence implements Indicator {
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;

    private final SeededAverage fast = SeededAverage.exponential(FAST);
    private final SeededAverage slow = SeededAverage.exponential(SLOW);
    private final SeededAverage signal = SeededAverage.exponential(SIGNAL);

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling line = Memory.ofAverage(length, SLOW, slow.weight(), 1);
        Settling smoothed = Memory.ofAverage(length, SLOW + SIGNAL - 1, slow.weight(), 2);
        return List.of(
                new Feature("ema_12_26_bps", "bps", "d / c, d = EMA12 - EMA26: the MACD line", "26 bars")
                        .from("Appel 1979").settles(line),
                new Feature("macd_signal_bps", "bps", "EMA9(d) / c, d = EMA12 - EMA26", "34 bars")
                        .from("Appel 1979").settles(smoothed),
                new Feature("macd_bps", "bps", "(d - EMA9(d)) / c, d = EMA12 - EMA26: the MACD histogram", "34 bars")
                        .from("Aspray 1986").settles(smoothed),
                new Feature("ppo_bps", "bps", "EMA12 / EMA26 - 1", "26 bars").from("Appel 1979").settles(line));
    }

    @Override
    public void onBar(BarHistory bars) {
        double close = bars.close(0);
        fast.add(close);
        slow.add(close);
        if (slow.ready()) {
            signal.add(fast.value() - slow.value());
        }
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double close = bars.close(0);
        double gap = fast.value() - slow.value();
        boolean warm = signal.ready();
        Output.set(held, first, slow.ready(), gap / close * Output.BPS);
        Output.set(held, first + 1, warm, signal.value() / close * Output.BPS);
        Output.set(held, first + 2, warm, (gap - signal.value()) / close * Output.BPS);
        Output.set(held, first + 3, slow.ready(), gap / slow.value() * Output.BPS);
    }

    @Override
    public void reset() {
        fast.reset();
        slow.reset();
        signal.reset();
    }

    @Override
    public long stateHash(long start) {
        return signal.stateHash(slow.stateHash(fast.stateHash(start)));
    }
}
