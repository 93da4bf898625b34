package io.v11.binance;

import org.agrona.DirectBuffer;

/**
 * Takes the frames that a venue adapter makes: the door between the adapter and a ring, a journal or a test.
 * The bytes are valid only during the call; whoever keeps them copies them. The sequence in the header is 0: the edge
 * that owns the log assigns it.
 */
@FunctionalInterface
public interface EventSink {
    /** One frame: event header at {@code offset}, {@code length} bytes in all. */
    void onEvent(DirectBuffer buffer, int offset, int length);
}
