package io.v11.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The only way to start: reads the whole log forward, proves it, drops a torn tail, refuses damage.
 * There is no other, faster path for a clean stop, so that what runs after a crash is what runs every day. One thread,
 * with the writer's lock held; about 20 M events a second when the files are in the page cache.
 */
final class Recovery {
    /** Striking out a torn record and clearing what lies behind it are two steps. */
    private static final int HEALINGS = 2;

    private final Path folder;
    private final long acknowledged;
    private String dropped = "";

    long lastRecord;
    long lastSequence;
    long rollingHash;
    long chainedRecord;
    boolean linkDue;
    /** Where the header of the next document belongs; null and 0 when there is no part yet. */
    Path endFile;
    long endPosition;

    private Recovery(Path folder, long acknowledged) {
        this.folder = folder;
        this.acknowledged = acknowledged;
    }

    /** @param acknowledged what the high-water mark says */
    static Recovery run(Path folder, long acknowledged) {
        Recovery recovery = new Recovery(folder, acknowledged);
        for (int healings = 0; recovery.heal(healings < HEALINGS); healings++) {
        }
        recovery.dropEmptyPart();
        return recovery;
    }

    RecoveryReport report() {
        return new RecoveryReport(folder, lastRecord, lastSequence, !dropped.isEmpty(), dropped);
    }

    /** Scans once; returns true when it healed something, so that the result must be proved again. */
    private boolean heal(boolean mayHeal) {
        try (RecordScanner scanner = new RecordScanner(folder)) {
            while (scanner.next() == RecordScanner.EVENT) {
            }
            LogTail tail = LogTail.of(scanner, acknowledged);
            if (tail.verdict() == LogTail.Verdict.CORRUPT || tail.verdict() == LogTail.Verdict.TORN && !mayHeal) {
                throw scanner.corrupt(tail.detail());
            }
            if (tail.verdict() == LogTail.Verdict.TORN) {
                dropped = dropped.isEmpty() ? tail.detail() : dropped;
                drop(scanner, tail);
                return true;
            }
            lastRecord = scanner.lastRecord();
            lastSequence = scanner.lastSequence();
            rollingHash = scanner.rollingHash();
            chainedRecord = scanner.chainedRecord();
            linkDue = scanner.linkDue();
            endFile = scanner.documents().file();
            endPosition = scanner.stopPosition();
            return false;
        }
    }

    private void drop(RecordScanner scanner, LogTail tail) {
        Path file = scanner.documents().file();
        long stop = scanner.stopPosition();
        int length = scanner.documents().length();
        boolean committed = scanner.problem() != null
                && DocumentScanner.contentPosition(stop) == scanner.documents().position()
                && length >= RecordLayout.OVERHEAD;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (committed) {
                // Chronicle counts it, so it stays as a document, without meaning.
                write(channel, struckOut(scanner.lastRecord(), length), DocumentScanner.contentPosition(stop));
            } else {
                long end = Math.min(tail.lastDirtyByte() + 1, channel.size());
                ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
                for (long position = stop; position < end; position += zeros.capacity()) {
                    write(channel, zeros.clear().limit((int) Math.min(zeros.capacity(), end - position)), position);
                }
            }
            channel.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot drop the torn tail of " + file, failure);
        }
    }

    private static ByteBuffer struckOut(long lastRecord, int length) {
        ByteBuffer record = ByteBuffer.allocate(length).order(RecordLayout.ORDER);
        record.putInt(RecordLayout.MAGIC).put(RecordLayout.FORMAT).put(RecordLayout.VOID);
        record.putShort((short) (length - RecordLayout.OVERHEAD)).putLong(lastRecord);
        CRC32C crc = new CRC32C();
        crc.update(record.array(), 0, length - RecordLayout.CRC_BYTES);
        return record.putInt(length - RecordLayout.CRC_BYTES, (int) crc.getValue()).clear();
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** A part that was begun and holds no record yet may have half a Chronicle header: the writer begins it anew. */
    private void dropEmptyPart() {
        List<Path> parts = LogFolder.parts(folder);
        if (parts.isEmpty()) {
            return;
        }
        Path last = parts.getLast();
        try (DocumentScanner documents = new DocumentScanner(folder, List.of(last))) {
            if (documents.next() == DocumentScanner.DATA) {
                return;
            }
        }
        try {
            Files.delete(last);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove the empty part " + last, failure);
        }
        endFile = null;
        endPosition = 0;
    }
}
