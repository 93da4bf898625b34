package io.v11.engine.feature.bar.trend;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;

/** Plain mean of the last closes. Confined to the feature thread; allocates nothing after construction. */
final class SimpleAverage implements Average {
    private final int length;
    private boolean ready;
    private double value;

    SimpleAverage(int length) {
        this.length = length;
    }

    @Override
    public String name() {
        return "sma_" + length;
    }

    @Override
    public String formula() {
        return "mean of " + length + " closes";
    }

    @Override
    public String source() {
        return "Murphy 1999";
    }

    @Override
    public int warmUp() {
        return length;
    }

    @Override
    public Settling settling(BarLength bar) {
        return Memory.ofWindow(bar, length);
    }

    @Override
    public void onBar(BarHistory bars) {
        ready = bars.count() >= length;
        if (ready) {
            value = bars.meanClose(length);
        }
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public void reset() {
        ready = false;
        value = 0.0;
    }

    @Override
    public long stateHash(long start) {
        return StateHash.add(StateHash.add(start, ready), value);
    }
}
