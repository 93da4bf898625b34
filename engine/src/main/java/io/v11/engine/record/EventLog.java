package io.v11.engine.record;

import org.agrona.DirectBuffer;

/** Where frames are kept in order. Used by one thread; an implementation that cannot keep a frame throws. */
public interface EventLog extends AutoCloseable {
    /** Keeps nothing: replays and throw-away runs. */
    EventLog NONE = (frame, offset, length) -> {
    };

    void append(DirectBuffer frame, int offset, int length);

    /** Makes everything appended safe, and ends. */
    @Override
    default void close() {
    }
}
