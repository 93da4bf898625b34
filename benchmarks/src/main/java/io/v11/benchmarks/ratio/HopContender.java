package io.v11.benchmarks.ratio;

import java.util.Arrays;
import java.util.function.Supplier;

import io.v11.benchmarks.subject.Hop;

/** Median hop of a block. The far thread lives only as long as the block: two spinners would not leave the core to each other. */
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
        return nanos[operations / 2];
    }

    @Override
    public void end() {
        hop.close();
        hop = null;
    }
}
