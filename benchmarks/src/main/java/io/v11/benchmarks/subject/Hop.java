package io.v11.benchmarks.subject;

import java.nio.ByteBuffer;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.TradeEncoder;

/** The way of a frame from one thread to another that spins on a core of its own. Used by one sending thread. */
public interface Hop extends AutoCloseable {
    /** Sends a frame, waits until it was seen, and returns the nanoseconds from before sending to seeing. */
    long send();

    @Override
    void close();

    /** A trade, the smallest of the frequent events. */
    static UnsafeBuffer frame() {
        UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(256));
        new TradeEncoder().wrapAndApplyHeader(frame, 0, new EventHeaderEncoder()).tradeId(1).priceE8(1).quantityE8(1);
        return frame;
    }

    /** Bytes of {@link #frame()}. */
    static int frameLength() {
        return EventHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;
    }
}
