package io.v11.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Ways to spoil the first part of a log on disk. */
final class Damage {
    private final Path folder;
    private final Path part;

    Damage(Path folder) {
        this.folder = folder;
        this.part = LogFolder.parts(folder).getFirst();
    }

    Path part() {
        return part;
    }

    /** Where the record of event {@code number} starts in the file. */
    long positionOf(long number) {
        try (RecordScanner scanner = new RecordScanner(folder)) {
            while (scanner.next() == RecordScanner.EVENT) {
                if (scanner.lastRecord() == number) {
                    return scanner.documents().position();
                }
            }
        }
        throw new AssertionError("no record " + number);
    }

    /** Where the header of the next document would stand. */
    long end() {
        try (RecordScanner scanner = new RecordScanner(folder)) {
            while (scanner.next() == RecordScanner.EVENT) {
            }
            return scanner.stopPosition();
        }
    }

    void flipBit(long position, int bit) throws IOException {
        try (FileChannel channel = open()) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            one.put(0, (byte) (one.get(0) ^ 1 << bit)).flip();
            channel.write(one, position);
        }
    }

    void write(long position, byte... bytes) throws IOException {
        try (FileChannel channel = open()) {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
    }

    byte[] read(long position, int count) throws IOException {
        try (FileChannel channel = open()) {
            ByteBuffer bytes = ByteBuffer.allocate(count);
            channel.read(bytes, position);
            return bytes.array();
        }
    }

    void zero(long position, int count) throws IOException {
        write(position, new byte[count]);
    }

    void truncate(long size) throws IOException {
        try (FileChannel channel = open()) {
            channel.truncate(size);
        }
    }

    /** Changes one byte of the event in record {@code number} and makes the CRC fit again. */
    void tamper(long number, int payloadOffset) throws IOException {
        long position = positionOf(number);
        int payload = ByteBuffer.wrap(read(position, 16)).order(RecordLayout.ORDER)
                .getShort(RecordLayout.LENGTH_OFFSET);
        byte[] record = read(position, payload + RecordLayout.OVERHEAD);
        record[RecordLayout.PAYLOAD_OFFSET + payloadOffset] ^= 1;
        CRC32C crc = new CRC32C();
        crc.update(record, 0, record.length - RecordLayout.CRC_BYTES);
        ByteBuffer.wrap(record).order(RecordLayout.ORDER).putInt(record.length - RecordLayout.CRC_BYTES,
                (int) crc.getValue());
        write(position, record);
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
