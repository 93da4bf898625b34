package io.v11.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

import io.v11.config.Limits;

/**
 * Looks at raw bytes behind the point where a log seems to end: a whole record there means that the end is a hole.
 * Reads instead of mapping, because what was never written may have no page behind it on a full disk, and touching that through
 * a mapping ends the process. Cold path.
 */
final class RecordSearch {
    private static final int STEP = 4;
    private static final int CHUNK = 1 << 20;

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(CHUNK + RecordLayout.MAXIMUM).order(RecordLayout.ORDER);
    private long foundPosition = -1;
    private long foundNumber;
    private long lastDirtyByte = -1;

    /**
     * @param from       first byte to look at, a multiple of 4
     * @param lastRecord number of the last good record: lower or equal numbers are leftovers, not lost records
     */
    RecordSearch(Path file, long from, long lastRecord) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long position = from; foundPosition < 0 && fill(channel, position); position += CHUNK) {
                searchChunk(position, lastRecord);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private boolean fill(FileChannel channel, long position) throws IOException {
        bytes.clear();
        int read;
        do {
            read = channel.read(bytes, position + bytes.position());
        } while (read > 0 && bytes.hasRemaining());
        bytes.flip();
        return bytes.limit() >= STEP;
    }

    private void searchChunk(long position, long lastRecord) {
        int end = Math.min(CHUNK, bytes.limit() & -STEP);
        for (int i = 0; i < end; i += STEP) {
            int word = bytes.getInt(i);
            if (word != 0) {
                lastDirtyByte = position + i + STEP - 1;
            }
            if (word == RecordLayout.MAGIC && isRecord(i) && foundNumber > lastRecord) {
                foundPosition = position + i;
                return;
            }
        }
    }

    private boolean isRecord(int index) {
        if (index + RecordLayout.OVERHEAD > bytes.limit()) {
            return false;
        }
        int payload = bytes.getShort(index + RecordLayout.LENGTH_OFFSET) & 0xffff;
        int end = index + RecordLayout.PAYLOAD_OFFSET + payload;
        if (payload > Limits.CONCLUSION_BYTES || end + RecordLayout.CRC_BYTES > bytes.limit()) {
            return false;
        }
        crc.reset();
        crc.update(bytes.slice(index, end - index));
        foundNumber = bytes.getLong(index + RecordLayout.NUMBER_OFFSET);
        return (int) crc.getValue() == bytes.getInt(end);
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
