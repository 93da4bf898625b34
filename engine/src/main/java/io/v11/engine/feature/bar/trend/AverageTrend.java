package io.v11.engine.feature.bar.trend;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Distance of the close from a moving average, and the average's slope. The slope is taken over {@link #BARS} bars: over
 * one bar the slope of an exponential average is nothing but a multiple of the distance. Confined to the feature thread;
 * allocates nothing after construction.
 */
public final class AverageTrend implements Indicator {
    private static final int BARS = 5;

    private final Average average;
    private final double[] past = new double[BARS];
    private long count;

    private AverageTrend(Average average) {
        this.average = average;
    }

    public static AverageTrend simple(int length) {
        return new AverageTrend(new SimpleAverage(length));
    }

    public static AverageTrend exponential(int length) {
        return new AverageTrend(new ExponentialAverage(1, length));
    }

    public static AverageTrend doubleExponential(int length) {
        return new AverageTrend(new ExponentialAverage(2, length));
    }

    public static AverageTrend tripleExponential(int length) {
        return new AverageTrend(new ExponentialAverage(3, length));
    }

    public static AverageTrend adaptive(int length) {
        return new AverageTrend(new AdaptiveAverage(length));
    }

    public static AverageTrend hull(int length) {
        return new AverageTrend(new HullAverage(length));
    }

    @Override
    public List<Feature> outputs(BarLength length) {
        String name = average.name();
        Settling settling = average.settling(length);
        Settling later = new Settling(settling.timeNs() + BARS * length.timeNs(), settling.events(),
                settling.tolerance());
        return List.of(
                new Feature("close_" + name + "_bps", "bps", "(c - a) / c, a = " + average.formula(),
                        average.warmUp() + " bars").from(average.source()).settles(settling),
                new Feature(name + "_slope_bps", "bps/bar",
                        "(a - a[" + BARS + "]) / (" + BARS + " c), a = " + average.formula(),
                        average.warmUp() + BARS + " bars").from(average.source()).settles(later));
    }

    @Override
    public void onBar(BarHistory bars) {
        if (average.ready()) {
            past[(int) (count % BARS)] = average.value();
            count++;
        }
        average.onBar(bars);
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double close = bars.close(0);
        double value = average.value();
        Output.set(held, first, average.ready(), (close - value) / close * Output.BPS);
        double before = past[(int) (count % BARS)];
        Output.set(held, first + 1, count >= BARS, (value - before) / (BARS * close) * Output.BPS);
    }

    @Override
    public void reset() {
        average.reset();
        count = 0L;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(average.stateHash(start), count);
        for (long i = Math.max(0L, count - BARS); i < count; i++) {
            hash = StateHash.add(hash, past[(int) (i % BARS)]);
        }
        return hash;
    }
}
