package io.v11.engine.play;

/**
 * The part of a recording that is traded. What lies before it is played with trading paused, so that features, models and
 * strategies are warm when it begins: the engine is told to pause and to resume by operator commands in its journal, and
 * needs to know nothing of spans. What lies behind it is not played.
 *
 * @param fromNs  first moment, ns since the epoch
 * @param untilNs end, exclusive
 */
public record Span(long fromNs, long untilNs) {
    /** The whole recording. */
    public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);
    /** Who pauses and resumes, in the journal. */
    public static final String AUTHOR = "span of the run";

    public Span {
        if (fromNs >= untilNs) {
            throw new IllegalArgumentException(
                    "a span must begin before it ends: fromNs=" + fromNs + " untilNs=" + untilNs);
        }
    }

    /** Something is played before it. */
    boolean warmsUp() {
        return fromNs != Long.MIN_VALUE;
    }

    /** Whether a moment lies in it. */
    public boolean contains(long timeNs) {
        return timeNs >= fromNs && timeNs < untilNs;
    }
}
