package io.v11.benchmarks.ratio;

/**
 * A contender that is a plain call, timed in a loop. The call says by its result whether it answered right, so that no
 * compiler can drop it.
 */
final class Calls implements Contender {
    private final String name;
    private final Call call;
    private final AutoCloseable owned;

    /** One call; false when its answer is wrong. */
    @FunctionalInterface
    interface Call {
        boolean isRight(int number);
    }

    /** @param owned closed with the contender, null when nothing is */
    Calls(String name, Call call, AutoCloseable owned) {
        this.name = name;
        this.call = call;
        this.owned = owned;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double run(int operations) {
        int wrong = 0;
        long start = System.nanoTime();
        for (int i = 0; i < operations; i++) {
            wrong += call.isRight(i) ? 0 : 1;
        }
        long nanos = System.nanoTime() - start;
        if (wrong > 0) {
            throw new IllegalStateException(name + " answered wrong " + wrong + " times in " + operations);
        }
        return nanos / (double) operations;
    }

    @Override
    public void close() {
        try {
            if (owned != null) {
                owned.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("cannot close " + name, e);
        }
    }
}
