package io.v11.benchmarks.ratio;

/**
 * How often the cost of the second goes into the cost of the first, and what the answer should be.
 *
 * @param name     for the report: what is divided by what
 * @param canary   of as many threads as the contenders use
 * @param core     core of the calling thread, -1 not pinned
 */
record Question(String name, Contender first, Contender second, Goal goal, Canary canary, int core)
        implements
            AutoCloseable {
    @Override
    public void close() {
        first.close();
        second.close();
    }
}
