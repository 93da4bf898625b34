package io.v11.binance.archive;

import io.v11.binance.EventSink;
import io.v11.config.Instrument;

/**
 * One input of an import: messages of one instrument in the order of the file, each with the time it would have been
 * received.
 */
sealed interface EventSource extends AutoCloseable permits CaptureReader, KlineChain {
    /** Goes to the next message; false when there is none. */
    boolean next();

    /** Time of the message, ns since the epoch. */
    long timeNs();

    /** Hands the message's frames to the sink, stamped with {@code ingestTimeNs}. */
    void emit(long ingestTimeNs, EventSink sink);

    Instrument instrument();

    /** What two sources may not hold at the same time, e.g. the same instrument's stream twice. */
    String stream();

    /** For messages: the file and what place in it. */
    String place();

    /** Bytes of the files taken so far. */
    long bytesRead();

    @Override
    void close();
}
