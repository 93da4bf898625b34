package io.v11.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * A read-only view of one file that slides forward, at most 1 GiB mapped at a time, so that a log of any length is read in
 * bounded memory. The file may grow meanwhile. Allocates when it slides, never per record. One thread.
 */
final class FileWindow implements AutoCloseable {
    private static final long MAXIMUM = 1L << 30;
    private static final long PAGE = 4096;

    private final Path file;
    private final FileChannel channel;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private Arena arena;
    private long base;
    private int length;

    FileWindow(Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open " + file, failure);
        }
    }

    Path file() {
        return file;
    }

    /** Makes {@code count} bytes from {@code position} readable; false when the file ends before. */
    boolean covers(long position, int count) {
        return position >= base && position + count <= base + length || slide(position, count);
    }

    /** The bytes in view; index by {@link #index}. */
    UnsafeBuffer buffer() {
        return buffer;
    }

    /** The same bytes for {@link java.util.zip.CRC32C}. */
    ByteBuffer bytes() {
        return bytes;
    }

    int index(long position) {
        return (int) (position - base);
    }

    long size() {
        try {
            return channel.size();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the size of " + file, failure);
        }
    }

    private boolean slide(long position, int count) {
        long size = size();
        if (position + count > size) {
            return false;
        }
        long newBase = position & -PAGE;
        long newLength = Math.min(MAXIMUM, size - newBase);
        unmap();
        arena = Arena.ofShared();
        try {
            MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, newBase, newLength, arena);
            // A view without a session: the checks of a shared session cost more than the CRC of a small record.
            bytes = MemorySegment.ofAddress(segment.address()).reinterpret(newLength).asByteBuffer();
            buffer.wrap(segment.address(), (int) newLength);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot map " + file + " at " + newBase, failure);
        }
        base = newBase;
        length = (int) newLength;
        return true;
    }

    private void unmap() {
        buffer.wrap(0, 0);
        bytes = ByteBuffer.allocate(0);
        length = 0;
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }

    @Override
    public void close() {
        unmap();
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close " + file, failure);
        }
    }
}
