package io.v11.benchmarks.ratio;

import java.util.Arrays;
import java.util.function.Supplier;

import io.v11.benchmarks.subject.Hop;

/** Midmean of a block's hops. The far thread lives only as long as the block: two spinners would not leave the core to each other. */
final class HopContender implements Contender {
    private final String name;
    private final Supplier<Hop> maker;
    private Hop hop;

    HopContender(String name, Supplier<Hop> maker) {
        this.name = name;
        this.maker = maker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin() {
        hop = maker.get();
    }

    @Override
    public double run(int operations) {
        long[] nanos = new long[operations];
        for (int i = 0; i < operations; i++) {
            nanos[i] = hop.send();
        }
        Arrays.sort(nanos);
        // The clock moves in steps of some nanoseconds, a tenth of a hop: the mean of the middle half tells finer.
        return Arrays.stream(nanos, operations / 4, operations - operations / 4).average().orElseThrow();
    }

    @Override
    public void end() {
        hop.close();
        hop = null;
    }
}
