package io.v11.engine.book;

/** What one frame did to a book; {@link BookSynchronizer} counts each. */
public enum BookOutcome {
    /** A frame that is not the last of its message: nothing is known yet. */
    INCOMPLETE,
    /** A delta in sequence was applied completely. */
    APPLIED,
    /** A snapshot was applied, and the deltas that had waited for it. */
    SNAPSHOT,
    /** Every update in the message was known already; the book is as it was. */
    DUPLICATE,
    /** No snapshot yet: the delta waits for one. */
    BUFFERED,
    /** The delta waits for a snapshot and displaced those that waited before it: they did not fit, or did not connect. */
    BUFFER_RESTARTED,
    /** Updates were lost between this delta and those before it; a snapshot is needed. */
    GAP,
    /** The snapshot ends before the first waiting delta begins, or before the book's own last update; it is of no use. */
    SNAPSHOT_STALE,
    /** Best bid at or above best ask after the complete message; a snapshot is needed. */
    CROSSED,
    /** A frame of the message is missing; a snapshot is needed. */
    FRAME_LOST,
    /** The edge lost the feed; a snapshot is needed. */
    DISCONNECTED;

    /** The levels are new and can be trusted. */
    public boolean changedLevels() {
        return this == APPLIED || this == SNAPSHOT;
    }
}
