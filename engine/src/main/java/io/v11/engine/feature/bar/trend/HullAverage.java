package io.v11.engine.feature.bar.trend;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;

/**
 * Hull's average: a linearly weighted mean of sqrt(n) values of twice the weighted mean of n / 2 closes less that of n.
 * The weighted means are made anew for each bar and cannot drift. Confined to the feature thread; allocates nothing after
 * construction.
 */
final class HullAverage implements Average {
    private final int length;
    private final int half;
    private final double[] raw;
    private long count;
    private double value;

    HullAverage(int length) {
        this.length = length;
        half = length / 2;
        raw = new double[(int) Math.sqrt(length)];
    }

    @Override
    public String name() {
        return "hma_" + length;
    }

    @Override
    public String formula() {
        return "WMA" + raw.length + "(2 WMA" + half + "(c) - WMA" + length + "(c)), WMA with weights n, n - 1 ... 1";
    }

    @Override
    public String source() {
        return "Hull 2005";
    }

    @Override
    public int warmUp() {
        return length + raw.length - 1;
    }

    @Override
    public Settling settling(BarLength bar) {
        return Memory.ofWindow(bar, warmUp());
    }

    @Override
    public void onBar(BarHistory bars) {
        if (bars.count() < length) {
            return;
        }
        raw[(int) (count % raw.length)] = 2.0 * weighted(bars, half) - weighted(bars, length);
        count++;
        double sum = 0.0;
        for (int age = 0; age < raw.length; age++) {
            sum += (raw.length - age) * raw[(int) ((count - 1 - age + raw.length) % raw.length)];
        }
        value = sum / (raw.length * (raw.length + 1) / 2);
    }

    private static double weighted(BarHistory bars, int length) {
        double sum = 0.0;
        for (int age = 0; age < length; age++) {
            sum += (length - age) * bars.close(age);
        }
        return sum / (length * (length + 1) / 2);
    }

    @Override
    public boolean ready() {
        return count >= raw.length;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public void reset() {
        count = 0L;
        value = 0.0;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(start, count), value);
        for (int i = 0; i < Math.min(count, raw.length); i++) {
            hash = StateHash.add(hash, raw[i]);
        }
        return hash;
    }
}
