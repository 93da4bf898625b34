package io.v11.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;

/**
 * One plane of the vectors row after row, NaN where there is no value. Doubles and not floats, so that a row gives back the
 * very bits of the live vector and with them its hash. Lives on the heap, or in a file that is mapped once it is
 * complete: a long journal then needs address space and page cache instead of heap. Written by one thread, then only read.
 */
final class FeaturePlane {
    private static final int WRITE_BUFFER_BYTES = 1 << 20;

    private final InputPlane plane;
    private final int columns;
    private final FileChannel file;
    private final ByteBuffer buffer;
    private double[] heap;
    private MemorySegment complete;
    private int rows;

    private FeaturePlane(InputPlane plane, int columns, FileChannel file) {
        this.plane = plane;
        this.columns = columns;
        this.file = file;
        this.buffer = file == null
                ? null
                : ByteBuffer.allocateDirect(WRITE_BUFFER_BYTES).order(ByteOrder.nativeOrder());
        this.heap = file == null ? new double[1024 * columns] : null;
    }

    /** A matrix on the heap. */
    static FeaturePlane inMemory(InputPlane plane, int columns) {
        return new FeaturePlane(plane, columns, null);
    }

    /** A matrix in a scratch file, which is overwritten when it exists. */
    static FeaturePlane inFile(InputPlane plane, int columns, Path scratch) {
        try {
            return new FeaturePlane(plane, columns, FileChannel.open(scratch, StandardOpenOption.CREATE,
                    StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the scratch file of the training matrix: " + scratch, e);
        }
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Appends the plane of the vector; what is not valid becomes NaN. */
    void append(FeatureVector vector) {
        if (vector.size() != columns) {
            throw new IllegalArgumentException("width differs: vector=" + vector.size() + " matrix=" + columns);
        }
        if (file == null) {
            appendToHeap(vector);
        } else {
            appendToFile(vector);
        }
        rows++;
    }

    /** No more rows will come; values may be read from here on. */
    void complete() {
        if (file == null) {
            complete = MemorySegment.ofArray(heap);
            return;
        }
        try (file) {
            flush();
            complete = file.map(FileChannel.MapMode.READ_ONLY, 0L, (long) rows * columns * Double.BYTES,
                    Arena.ofAuto());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot map the scratch file of the training matrix", e);
        }
    }

    double value(int row, int column) {
        return complete.getAtIndex(ValueLayout.JAVA_DOUBLE, (long) row * columns + column);
    }

    private void appendToHeap(FeatureVector vector) {
        int offset = Math.multiplyExact(rows, columns);
        if (offset + columns > heap.length) {
            heap = Arrays.copyOf(heap, Math.multiplyExact(heap.length, 2));
        }
        for (int i = 0; i < columns; i++) {
            heap[offset + i] = value(vector, i);
        }
    }

    private void appendToFile(FeatureVector vector) {
        if (buffer.remaining() < columns * Double.BYTES) {
            flush();
        }
        for (int i = 0; i < columns; i++) {
            buffer.putDouble(value(vector, i));
        }
    }

    private double value(FeatureVector vector, int column) {
        if (plane == InputPlane.NORMALISED) {
            return vector.normalised(column);
        }
        return vector.isValid(column) ? vector.value(column) : Double.NaN;
    }

    private void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the scratch file of the training matrix; is the disk full?",
                    e);
        }
        buffer.clear();
    }
}
