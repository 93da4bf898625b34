package io.v11.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.core.io.ReferenceOwner;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The Chronicle Queue under a log: appends documents, forces them, closes. One thread; no allocation per append.
 *
 * <p>Chronicle asks a clock which file to write to. It is given one that shows the day {@code part}, so that parts change when
 * the writer says so and no clock is read per append. Blocks are never forced when they are unmapped (SyncMode NONE), which
 * would stall the appender for a whole block; {@link #sync()} forces what is new, and leaving a block forces its rest.
 */
final class ChronicleLog implements AutoCloseable {
    /** Mapped at a time; files grow by it, sparsely. */
    static final int BLOCK_BYTES = 64 << 20;
    private static final long DAY_MS = 86_400_000L;
    private static final long PAGE = 4096;

    private final ReferenceOwner owner = ReferenceOwner.temporary("journal");
    private final boolean forceLeftBlocks;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final PageToucher toucher;
    private final UnsafeBuffer target = new UnsafeBuffer(0, 0);
    private MappedBytesStore block;
    private long part;
    private long position;

    /** @param forceLeftBlocks force the rest of a block when the appender leaves it */
    ChronicleLog(Path folder, boolean forceLeftBlocks, long part) {
        this.forceLeftBlocks = forceLeftBlocks;
        this.part = part;
        SingleChronicleQueueBuilder builder = SingleChronicleQueueBuilder.binary(folder)
                .rollCycle(RollCycles.FAST_DAILY).blockSize(BLOCK_BYTES).syncMode(SyncMode.NONE)
                .timeProvider(this::partTime);
        queue = builder.build();
        appender = queue.createAppender();
        toucher = new PageToucher("journal-toucher-" + folder.getFileName());
    }

    private long partTime() {
        return part * DAY_MS;
    }

    /** Documents from the next append on go to this part. */
    void part(long newPart) {
        part = newPart;
    }

    /**
     * Opens a document, notes where Chronicle would put its content, and takes it back. Only this tells, before anything is
     * written, that Chronicle's own idea of the end is the one that was proved.
     */
    long probe() {
        DocumentContext document = appender.writingDocument();
        try {
            enter(document.wire().bytes());
            position = document.wire().bytes().writePosition();
            return position;
        } finally {
            document.rollbackOnClose();
            document.close();
        }
    }

    /** File of the part that the next append goes to; known after {@link #probe()}. */
    Path file() {
        return appender.currentFile().toPath();
    }

    /** Appends a document; on any failure it is taken back and the failure goes on. */
    void append(UnsafeBuffer source, int length) {
        DocumentContext document = appender.writingDocument();
        Bytes<?> bytes;
        try {
            bytes = document.wire().bytes();
            long start = bytes.writePosition();
            // Chronicle maps an overlap behind each block, so a record never straddles the end of what is mapped here.
            target.wrap(bytes.addressForWrite(start), length);
            target.putBytes(0, source, 0, length);
            position = start + length;
            bytes.writePosition(position);
        } catch (Throwable failure) {
            document.rollbackOnClose();
            document.close();
            throw failure;
        }
        document.close();
        if (bytes.bytesStore() != block) {
            enter(bytes);
        }
        toucher.position(position);
    }

    private void enter(Bytes<?> bytes) {
        MappedBytesStore entered = (MappedBytesStore) (BytesStore<?, ?>) bytes.bytesStore();
        entered.reserve(owner);
        if (block != null) {
            if (forceLeftBlocks) {
                block.syncUpTo(Long.MAX_VALUE, SyncMode.SYNC);
            }
            block.release(owner);
        }
        block = entered;
        toucher.follow(((MappedBytes) bytes).mappedFile());
    }

    /** Forces what was appended to the device. */
    void sync() {
        if (block != null) {
            block.syncUpTo(position, SyncMode.SYNC);
        }
    }

    @Override
    public void close() {
        toucher.close();
        if (block != null) {
            block.release(owner);
            block = null;
        }
        Path folder = queue.file().toPath();
        handOver();
        appender.close();
        queue.close();
        BackgroundResourceReleaser.releasePendingResources();
        shrink(folder);
    }

    /** Gives back what the last part was grown by and not filled, so that a log can be copied and archived as it is. */
    private void shrink(Path folder) {
        List<Path> parts = LogFolder.parts(folder);
        if (position == 0 || parts.isEmpty()) {
            return;
        }
        long used = (position + PAGE & -PAGE) + PAGE;
        try (FileChannel channel = FileChannel.open(parts.getLast(), StandardOpenOption.WRITE)) {
            if (channel.size() > used) {
                channel.truncate(used);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot shrink " + parts.getLast(), failure);
        }
    }

    /** Removes Chronicle's metadata, which it makes anew from the parts: garbled, it would refuse to open or wait for the dead. */
    static void forgetMetadata(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(LogFolder.METADATA));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + folder.resolve(LogFolder.METADATA), failure);
        }
    }

    /** Lets the thread that comes next be the owner: a log is opened on one thread, written on another, closed by a third. */
    void handOver() {
        appender.singleThreadedCheckReset();
        appender.wire().bytes().singleThreadedCheckReset();
    }
}
