package io.v11.benchmarks.subject;

import java.nio.file.Path;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The peer of the journal: a bare Chronicle Queue, a document for each frame, the bytes copied in the cheapest way there is,
 * without number, checksum or chain. Blocks as large as the journal's. One thread.
 */
public final class RawLog implements AutoCloseable {
    private static final int BLOCK_BYTES = 64 << 20;

    private final SingleChronicleQueue queue;
    private final UnsafeBuffer window = new UnsafeBuffer(0, 0);
    private ExcerptAppender appender;
    private ExcerptTailer tailer;

    private RawLog(Path folder) {
        queue = SingleChronicleQueueBuilder.binary(folder).rollCycle(RollCycles.FAST_DAILY).blockSize(BLOCK_BYTES)
                .syncMode(SyncMode.NONE).build();
    }

    public static RawLog write(Path folder) {
        RawLog log = new RawLog(folder);
        log.appender = log.queue.createAppender();
        return log;
    }

    public static RawLog read(Path folder) {
        RawLog log = new RawLog(folder);
        log.tailer = log.queue.createTailer();
        return log;
    }

    public void append(DirectBuffer frame, int offset, int length) {
        try (DocumentContext document = appender.writingDocument()) {
            Bytes<?> bytes = document.wire().bytes();
            long start = bytes.writePosition();
            window.wrap(bytes.addressForWrite(start), length);
            window.putBytes(0, frame, offset, length);
            bytes.writePosition(start + length);
        }
    }

    /** Steps to the next document and returns its first eight bytes, or {@code end} at the end. */
    public long next(long end) {
        try (DocumentContext document = tailer.readingDocument()) {
            return document.isPresent() ? document.wire().bytes().readLong() : end;
        }
    }

    /** Documents in the queue. */
    public long count() {
        return queue.entryCount();
    }

    @Override
    public void close() {
        queue.close();
        BackgroundResourceReleaser.releasePendingResources();
    }
}
