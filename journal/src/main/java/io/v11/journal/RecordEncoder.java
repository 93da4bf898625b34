package io.v11.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Builds one record at a time in a buffer of its own, so that the queue only has to copy it. One thread; no allocation. */
final class RecordEncoder {
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(RecordLayout.MAXIMUM);
    private final UnsafeBuffer record = new UnsafeBuffer(bytes);
    private final CRC32C crc = new CRC32C();

    /** Encodes an event; returns the bytes of the record. */
    int event(long number, DirectBuffer event, int offset, int length) {
        record.putBytes(RecordLayout.PAYLOAD_OFFSET, event, offset, length);
        return seal(RecordLayout.EVENT, number, length);
    }

    /** Encodes a link of the hash chain; returns the bytes of the record. */
    int link(long number, long rollingHash) {
        record.putLong(RecordLayout.PAYLOAD_OFFSET, rollingHash, RecordLayout.ORDER);
        return seal(RecordLayout.CHAIN, number, RecordLayout.CHAIN_PAYLOAD);
    }

    private int seal(byte type, long number, int payload) {
        record.putInt(0, RecordLayout.MAGIC, RecordLayout.ORDER);
        record.putByte(RecordLayout.FORMAT_OFFSET, RecordLayout.FORMAT);
        record.putByte(RecordLayout.TYPE_OFFSET, type);
        record.putShort(RecordLayout.LENGTH_OFFSET, (short) payload, RecordLayout.ORDER);
        record.putLong(RecordLayout.NUMBER_OFFSET, number, RecordLayout.ORDER);
        int covered = RecordLayout.PAYLOAD_OFFSET + payload;
        crc.reset();
        crc.update(bytes.limit(covered).position(0));
        bytes.clear();
        record.putInt(covered, (int) crc.getValue(), RecordLayout.ORDER);
        return covered + RecordLayout.CRC_BYTES;
    }

    /** The record encoded last. */
    UnsafeBuffer buffer() {
        return record;
    }

    long address() {
        return record.addressOffset();
    }
}
