package io.v11.journal;

import java.nio.file.Path;
import java.util.zip.CRC32C;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Looks at raw bytes behind the point where a log seems to end: a whole record there means that the end is a hole. Cold path;
 * walks at the speed of memory, a gibibyte mapped at a time.
 */
final class RecordSearch {
    private static final int STEP = 4;
    private static final int CHUNK = 1 << 20;

    private final CRC32C crc = new CRC32C();
    private long foundPosition = -1;
    private long foundNumber;
    private long lastDirtyByte = -1;

    /**
     * @param from       first byte to look at, a multiple of 4
     * @param lastRecord number of the last good record: lower or equal numbers are leftovers, not lost records
     */
    RecordSearch(Path file, long from, long lastRecord) {
        try (FileWindow window = new FileWindow(file)) {
            long size = window.size();
            for (long position = from; position + STEP <= size && foundPosition < 0; position += CHUNK) {
                int count = (int) Math.min(CHUNK, (size - position) & -STEP);
                searchChunk(window, position, count, lastRecord);
            }
        }
    }

    private void searchChunk(FileWindow window, long position, int count, long lastRecord) {
        if (!window.covers(position, count)) {
            return;
        }
        for (int i = 0; i < count; i += STEP) {
            int word = window.buffer().getInt(window.index(position + i), RecordLayout.ORDER);
            if (word != 0) {
                lastDirtyByte = position + i + STEP - 1;
            }
            if (word == RecordLayout.MAGIC && isRecord(window, position + i) && foundNumber > lastRecord) {
                foundPosition = position + i;
                return;
            }
        }
    }

    private boolean isRecord(FileWindow window, long position) {
        if (!window.covers(position, RecordLayout.OVERHEAD)) {
            return false;
        }
        int payload = window.buffer().getShort(window.index(position) + RecordLayout.LENGTH_OFFSET, RecordLayout.ORDER)
                & 0xffff;
        int covered = RecordLayout.PAYLOAD_OFFSET + payload;
        if (!window.covers(position, covered + RecordLayout.CRC_BYTES)) {
            return false;
        }
        UnsafeBuffer buffer = window.buffer();
        int offset = window.index(position);
        crc.reset();
        crc.update(window.bytes().limit(offset + covered).position(offset));
        foundNumber = buffer.getLong(offset + RecordLayout.NUMBER_OFFSET, RecordLayout.ORDER);
        return (int) crc.getValue() == buffer.getInt(offset + covered, RecordLayout.ORDER);
    }

    boolean found() {
        return foundPosition >= 0;
    }

    long foundPosition() {
        return foundPosition;
    }

    long foundNumber() {
        return foundNumber;
    }

    /** Last byte that is not zero in what was looked at; -1 when all is zero. */
    long lastDirtyByte() {
        return lastDirtyByte;
    }
}
