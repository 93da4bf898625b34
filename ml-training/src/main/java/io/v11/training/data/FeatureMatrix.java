package io.v11.training.data;

import java.nio.file.Path;
import java.util.Optional;

import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;

/**
 * The values of all rows and, when the first vector has them, the normalised values too: then all vectors must have them.
 * Written by one thread, then only read.
 */
final class FeatureMatrix {
    private final int columns;
    private final Optional<Path> scratch;
    private final FeaturePlane raw;
    private Optional<FeaturePlane> normalised = Optional.empty();

    private FeatureMatrix(int columns, Optional<Path> scratch) {
        this.columns = columns;
        this.scratch = scratch;
        raw = plane(InputPlane.RAW, "");
    }

    /** A matrix on the heap. */
    static FeatureMatrix inMemory(int columns) {
        return new FeatureMatrix(columns, Optional.empty());
    }

    /**
     * A matrix in a scratch file, which is overwritten when it exists; normalised values in another beside it, whose name
     * ends in {@code .normalised}.
     */
    static FeatureMatrix inFile(int columns, Path scratch) {
        return new FeatureMatrix(columns, Optional.of(scratch));
    }

    private FeaturePlane plane(InputPlane plane, String suffix) {
        return scratch.isEmpty()
                ? FeaturePlane.inMemory(plane, columns)
                : FeaturePlane.inFile(plane, columns,
                        scratch.get().resolveSibling(scratch.get().getFileName() + suffix));
    }

    int columns() {
        return columns;
    }

    int rows() {
        return raw.rows();
    }

    /** Appends the vector. */
    void append(FeatureVector vector) {
        if (rows() == 0 && vector.hasNormalised()) {
            normalised = Optional.of(plane(InputPlane.NORMALISED, ".normalised"));
        }
        if (normalised.isPresent() != vector.hasNormalised()) {
            throw new IllegalArgumentException("row " + rows() + (normalised.isPresent() ? " lacks" : " has")
                    + " normalised values, unlike the first; replay all journals through feature stages of one kind");
        }
        raw.append(vector);
        normalised.ifPresent(plane -> plane.append(vector));
    }

    /** No more rows will come; values may be read from here on. */
    void complete() {
        raw.complete();
        normalised.ifPresent(FeaturePlane::complete);
    }

    /** The value, NaN when it is not valid. */
    double value(int row, int column) {
        return raw.value(row, column);
    }

    boolean hasNormalised() {
        return normalised.isPresent();
    }

    /** The normalised value, NaN when there is none. */
    double normalised(int row, int column) {
        return normalised.orElseThrow().value(row, column);
    }
}
