package io.v11.training.data;

import java.util.List;
import java.util.Optional;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelInputs;
import io.v11.training.data.mirror.MirrorImage;

/**
 * What models are trained on: the feature vectors of decisions in the order in which the engine made them, and the label
 * of each. Built by {@link DatasetBuilder} through the engine's own stages, so a row is bit for bit what the engine would
 * have scored live ({@link #hash}).
 *
 * <p>Rows without label stay in: a sequence model needs them as the past of later rows; {@link TimeSplit} never hands them
 * out. Immutable; may be read by several threads.
 */
public final class Dataset {
    private final FeatureSchema schema;
    private final FeatureMatrix matrix;
    private final Labels labels;
    private final RowColumns columns;
    private final Optional<MirrorImage> mirror;
    private final int seen;
    private final int sources;
    private final int moves;

    Dataset(FeatureSchema schema, FeatureMatrix matrix, Labels labels, RowColumns columns) {
        this(schema, matrix, labels, columns, Optional.empty());
    }

    private Dataset(FeatureSchema schema, FeatureMatrix matrix, Labels labels, RowColumns columns,
            Optional<MirrorImage> mirror) {
        this.schema = schema;
        this.matrix = matrix;
        this.labels = labels;
        this.columns = columns;
        this.mirror = mirror;
        seen = matrix.rows();
        int highestSource = 0;
        int highestMove = -1;
        for (int row = 0; row < seen; row++) {
            highestSource = Math.max(highestSource, columns.source(row));
            highestMove = Math.max(highestMove, labels.labelled(row) ? labels.move(row) : -1);
        }
        sources = highestSource + 1;
        moves = highestMove + 1;
    }

    /**
     * The same rows and behind them, in the same order, their images: row {@code rows() + i} is row i in a mirror, with its time, as
     * of a journal and of moves of its own, and with the opposite label. No value is copied.
     */
    public Dataset mirrored(MirrorImage image) {
        if (mirror.isPresent()) {
            throw new IllegalStateException("the rows stand beside their images already; mirror the rows as they were");
        }
        return new Dataset(schema, matrix, labels, columns, Optional.of(image));
    }

    public int rows() {
        return mirror.isPresent() ? 2 * seen : seen;
    }

    private boolean isImage(int row) {
        return row >= seen;
    }

    private int original(int row) {
        return row < seen ? row : row - seen;
    }

    public int features() {
        return matrix.columns();
    }

    public List<String> featureNames() {
        return schema.names();
    }

    /** What the columns are. */
    public FeatureSchema schema() {
        return schema;
    }

    /** The value, NaN when it was not valid. */
    public double value(int row, int feature) {
        if (!isImage(row)) {
            return matrix.value(row, feature);
        }
        MirrorImage image = mirror.orElseThrow();
        return image.sign(feature) * matrix.value(row - seen, image.partner(feature));
    }

    private double normalised(int row, int feature) {
        if (!isImage(row)) {
            return matrix.normalised(row, feature);
        }
        MirrorImage image = mirror.orElseThrow();
        return image.sign(feature) * matrix.normalised(row - seen, image.partner(feature));
    }

    /** True when rows hold normalised values as well. */
    public boolean hasNormalised() {
        return matrix.hasNormalised();
    }

    /** What {@link ModelInputs#value} gives for the row's vector: NaN when there is no value. */
    public double input(int row, ModelInputs inputs, int input) {
        int position = inputs.position(input);
        return inputs.plane() == InputPlane.RAW ? value(row, position) : normalised(row, position);
    }

    /**
     * Puts the row back into a vector: values, validity, normalised values and hash are those of the live vector. Of an
     * image, features that have none are not valid.
     */
    public void copyTo(int row, FeatureVector vector) {
        vector.clear();
        vector.ready(true);
        vector.origin(instrument(row), eventTimeNs(row), episode(row));
        for (int i = 0; i < matrix.columns(); i++) {
            if (isImage(row) && !mirror.orElseThrow().has(i)) {
                vector.invalidate(i);
                continue;
            }
            vector.set(i, value(row, i));
            if (matrix.hasNormalised()) {
                vector.normalised(i, (float) normalised(row, i));
            }
        }
    }

    /** {@link FeatureVector#hash()} at the time of the decision; of an image that of its original. */
    public long hash(int row) {
        return columns.hash(original(row));
    }

    public long eventTimeNs(int row) {
        return columns.timeNs(original(row));
    }

    /** Sequence of the event in its journal. */
    public long sequence(int row) {
        return columns.sequence(original(row));
    }

    public int instrument(int row) {
        return columns.instrument(original(row));
    }

    /** Position of the row's journal among those that were replayed. */
    public int source(int row) {
        return columns.source(original(row)) + (isImage(row) ? sources : 0);
    }

    /** Number of the unbroken stretch of the instrument's book: {@link FeatureVector#episode()}. */
    public int episode(int row) {
        return columns.episode(original(row));
    }

    /** The label is known; rows for which this is false say nothing in the methods below. */
    public boolean labelled(int row) {
        return labels.labelled(original(row));
    }

    /** The move that the label is about was up. */
    public boolean up(int row) {
        return labels.up(original(row)) != isImage(row);
    }

    /** Time of the event that decided the label. */
    public long labelEndNs(int row) {
        return labels.endNs(original(row));
    }

    /** Size of the move, basis points, never negative. */
    public double moveBps(int row) {
        return labels.moveBps(original(row));
    }

    /** Number of the move; rows with equal numbers are not independent samples. */
    public int move(int row) {
        return labels.move(original(row)) + (isImage(row) ? moves : 0);
    }
}
