package io.v11.binance.archive;

import io.v11.binance.EventSink;

/**
 * One input of an import: messages of one instrument, or of one series from outside the venue, in the order of the file,
 * each with the time it would have been received.
 */
sealed interface EventSource extends AutoCloseable permits CaptureReader, KlineChain, SeriesReader {
    /** Goes to the next message; false when there is none. */
    boolean next();

    /** Time of the message, ns since the epoch. */
    long timeNs();

    /** Hands the message's frames to the sink, stamped with {@code ingestTimeNs}. */
    void emit(long ingestTimeNs, EventSink sink);

    /** Id in config/instruments.yaml; -1 for none. */
    int instrumentId();

    /** What two sources may not hold at the same time, e.g. the same instrument's stream twice. */
    String stream();

    /** For messages: the file and what place in it. */
    String place();

    /** Bytes of the files taken so far. */
    long bytesRead();

    @Override
    void close();
}
