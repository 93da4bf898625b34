package io.v11.journal;

import java.nio.ByteOrder;

import io.v11.config.Limits;

/**
 * Where the fields of a record lie; little-endian, offsets in bytes from the start of the document.
 *
 * <pre>
 *   0   4  magic "V11J"
 *   4   1  format version
 *   5   1  type: EVENT, CHAIN, VOID
 *   6   2  length of the payload
 *   8   8  record number: events count up from 1; CHAIN and VOID bear the number of the last event before them
 *  16   n  payload: an event frame; or the rolling hash after that event (8 bytes); or nothing of worth
 *  16+n 4  CRC32C of all bytes before
 * </pre>
 */
final class RecordLayout {
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    static final int MAGIC = 'V' | '1' << 8 | '1' << 16 | 'J' << 24;
    static final byte FORMAT = 1;

    static final byte EVENT = 1;
    static final byte CHAIN = 2;
    /** A record that was torn by a crash before it was acknowledged, struck out by the start after it. */
    static final byte VOID = 3;

    static final int FORMAT_OFFSET = 4;
    static final int TYPE_OFFSET = 5;
    static final int LENGTH_OFFSET = 6;
    static final int NUMBER_OFFSET = 8;
    static final int PAYLOAD_OFFSET = 16;
    static final int CRC_BYTES = 4;
    static final int OVERHEAD = PAYLOAD_OFFSET + CRC_BYTES;
    static final int CHAIN_PAYLOAD = Long.BYTES;
    static final int MAXIMUM = OVERHEAD + Limits.CONCLUSION_BYTES;

    /** In the payload of an event, see eventHeader in events.xml. */
    static final int TEMPLATE_OFFSET = 2;
    static final int SEQUENCE_OFFSET = 8;
    static final int INGEST_TIME_OFFSET = 16;
    static final int INSTRUMENT_OFFSET = 32;
    static final int LAST_FRAME_OFFSET = 38;

    private RecordLayout() {
    }

    /** Whether the hash chain has a link after this event. */
    static boolean linkAfter(long recordNumber) {
        return (recordNumber & Limits.HASH_INTERVAL - 1) == 0;
    }
}
