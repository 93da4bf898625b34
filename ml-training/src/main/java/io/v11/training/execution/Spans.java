package io.v11.training.execution;

/** Lengths of time in words. */
public final class Spans {
    private static final long SECOND_NS = 1_000_000_000L;

    private Spans() {
    }

    /** As {@code 0.3 s}, {@code 30 s}, {@code 3 min} or {@code 10 h}; the largest unit that leaves a whole number. */
    public static String of(long ns) {
        if (ns >= 3_600 * SECOND_NS && ns % (3_600 * SECOND_NS) == 0) {
            return ns / (3_600 * SECOND_NS) + " h";
        }
        if (ns > 60 * SECOND_NS && ns % (60 * SECOND_NS) == 0) {
            return ns / (60 * SECOND_NS) + " min";
        }
        return ns % SECOND_NS == 0 ? ns / SECOND_NS + " s" : ns / (double) SECOND_NS + " s";
    }
}
