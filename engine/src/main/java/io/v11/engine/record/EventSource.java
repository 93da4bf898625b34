package io.v11.engine.record;

import org.agrona.DirectBuffer;

/** Recorded events in the order of their ingest time. */
public interface EventSource extends AutoCloseable {
    /** Moves to the next event; false at the end. */
    boolean next();

    DirectBuffer buffer();

    int offset();

    int length();

    @Override
    default void close() {
    }
}
