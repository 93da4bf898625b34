package io.v11.benchmarks.ratio;

/**
 * One of two things that are measured against each other. It checks its own answers: a wrong one is an exception, since
 * a fast wrong answer is no figure at all. Used by one thread.
 */
interface Contender extends AutoCloseable {
    /** One second by definition: what is divided by the cost of an event to get events per second. */
    Contender SECOND = new Contender() {
        @Override
        public String name() {
            return "one second";
        }

        @Override
        public double run(int operations) {
            return 1e9;
        }
    };

    String name();

    /** Makes what a block needs and must not be timed: threads, empty logs. */
    default void begin() {
    }

    /** Fewer than this cannot be done at a time. */
    default int fewestOperations() {
        return 16;
    }

    /** Does about so many operations; returns nanoseconds for one. */
    double run(int operations);

    /** Takes away what {@link #begin} made. */
    default void end() {
    }

    @Override
    default void close() {
    }
}
