package io.v11.benchmarks.ratio;

import java.util.function.LongSupplier;

/** A contender that goes through a whole recording, as often as fills the block, and must come to the same every time. */
final class Pass implements Contender {
    private final String name;
    private final int events;
    private final LongSupplier pass;
    private final long expected;

    /**
     * @param events events that one pass goes through
     * @param pass   goes through them all and returns a digest of what it found
     */
    Pass(String name, int events, LongSupplier pass) {
        this.name = name;
        this.events = events;
        this.pass = pass;
        this.expected = pass.getAsLong();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int fewestOperations() {
        return events;
    }

    @Override
    public double run(int operations) {
        int passes = Math.max(1, (operations + events / 2) / events);
        long start = System.nanoTime();
        for (int i = 0; i < passes; i++) {
            long digest = pass.getAsLong();
            if (digest != expected) {
                throw new IllegalStateException(name + " came to " + Long.toHexString(digest) + ", at first to "
                        + Long.toHexString(expected));
            }
        }
        return (System.nanoTime() - start) / ((double) passes * events);
    }
}
