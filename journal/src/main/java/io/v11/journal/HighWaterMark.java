package io.v11.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * How far a log is acknowledged: a mapped file beside the queue, written after each append and readable from any process.
 * It survives the death of the writer, and it is what tells a log that ends from a log that was cut.
 *
 * <p>Record and sequence change together: the sequence goes into the slot that the current record does not use, then the record
 * number is published. A reader that sees the same record number before and after has a sequence that belongs to it.
 * One thread writes; any thread or process reads. No allocation after opening.
 */
public final class HighWaterMark implements AutoCloseable {
    private static final long MAGIC = 0x314d574831315600L;
    private static final int BYTES = 4096;
    private static final int RECORD = 8;
    private static final int SYNCED = 16;
    private static final int SEQUENCES = 64;

    private final Path file;
    private final Arena arena = Arena.ofShared();
    private final UnsafeBuffer buffer;

    private HighWaterMark(Path file, FileChannel.MapMode mode, StandardOpenOption... options) {
        this.file = file;
        try (FileChannel channel = FileChannel.open(file, options)) {
            buffer = new UnsafeBuffer(channel.map(mode, 0, BYTES, arena).address(), BYTES);
        } catch (IOException failure) {
            arena.close();
            throw new UncheckedIOException("cannot map " + file, failure);
        }
    }

    /** Opens the mark of a log for reading. */
    public static HighWaterMark read(Path folder) {
        Path file = folder.resolve(LogFolder.HIGH_WATER);
        check(file);
        return checked(new HighWaterMark(file, FileChannel.MapMode.READ_ONLY, StandardOpenOption.READ));
    }

    /** Opens the mark of an existing log for writing. */
    static HighWaterMark write(Path folder) {
        Path file = folder.resolve(LogFolder.HIGH_WATER);
        check(file);
        return checked(new HighWaterMark(file, FileChannel.MapMode.READ_WRITE, StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    }

    /** Makes the mark of a new log; it is there before the queue is, so that no queue is ever without one. */
    static HighWaterMark create(Path folder) {
        HighWaterMark mark = new HighWaterMark(folder.resolve(LogFolder.HIGH_WATER), FileChannel.MapMode.READ_WRITE,
                StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        mark.buffer.putLongOrdered(0, MAGIC);
        return mark;
    }

    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(LogFolder.HIGH_WATER));
    }

    private static void check(Path file) {
        try {
            if (Files.size(file) != BYTES) {
                throw unusable(file, "has " + Files.size(file) + " bytes, needs " + BYTES);
            }
        } catch (IOException missing) {
            throw unusable(file, "is missing");
        }
    }

    private static HighWaterMark checked(HighWaterMark mark) {
        if (mark.buffer.getLong(0) != MAGIC || mark.record() < 0) {
            mark.close();
            throw unusable(mark.file, "is garbled");
        }
        return mark;
    }

    private static JournalException unusable(Path file, String why) {
        return new JournalException("high-water mark " + file + " " + why
                + ", so nothing tells whether the log is whole; to keep what verifies: v11 journal repair "
                + file.getParent());
    }

    /** Number of the last acknowledged event record; 0 when there is none. */
    public long record() {
        return buffer.getLongVolatile(RECORD);
    }

    /** Number of the last event record that was forced to the device; 0 when none was. */
    public long syncedRecord() {
        return buffer.getLongVolatile(SYNCED);
    }

    /** Sequence of the last acknowledged event. */
    public long sequence() {
        while (true) {
            long record = record();
            long sequence = buffer.getLongVolatile(slot(record));
            if (record() == record) {
                return sequence;
            }
            Thread.onSpinWait();
        }
    }

    void acknowledge(long record, long sequence) {
        buffer.putLongOrdered(slot(record), sequence);
        buffer.putLongOrdered(RECORD, record);
    }

    void synced(long record) {
        buffer.putLongOrdered(SYNCED, record);
    }

    private static int slot(long record) {
        return SEQUENCES + (int) (record & 1) * Long.BYTES;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            buffer.wrap(0, 0);
            arena.close();
        }
    }
}
