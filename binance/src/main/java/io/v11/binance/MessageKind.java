package io.v11.binance;

/** What a stream message turned out to be. */
public enum MessageKind {
    TRADE,
    BOOK_DELTA,
    BOOK_SNAPSHOT,
    BEST_BID_ASK,
    MARK_PRICE,
    /** Understood as JSON, not an event of V11; counted by name in {@link SkippedMessages}. */
    SKIPPED
}
