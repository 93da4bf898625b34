package io.v11.training.data;

import java.util.List;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelInputs;

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

    Dataset(FeatureSchema schema, FeatureMatrix matrix, Labels labels, RowColumns columns) {
        this.schema = schema;
        this.matrix = matrix;
        this.labels = labels;
        this.columns = columns;
    }

    public int rows() {
        return matrix.rows();
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
        return matrix.value(row, feature);
    }

    /** True when rows hold normalised values as well. */
    public boolean hasNormalised() {
        return matrix.hasNormalised();
    }

    /** What {@link ModelInputs#value} gives for the row's vector: NaN when there is no value. */
    public double input(int row, ModelInputs inputs, int input) {
        int position = inputs.position(input);
        return inputs.plane() == InputPlane.RAW ? matrix.value(row, position) : matrix.normalised(row, position);
    }

    /** Puts the row back into a vector: values, validity, normalised values and hash are those of the live vector. */
    public void copyTo(int row, FeatureVector vector) {
        vector.clear();
        vector.ready(true);
        vector.origin(columns.instrument(row), columns.timeNs(row), columns.episode(row));
        for (int i = 0; i < matrix.columns(); i++) {
            vector.set(i, matrix.value(row, i));
            if (matrix.hasNormalised()) {
                vector.normalised(i, (float) matrix.normalised(row, i));
            }
        }
    }

    /** {@link FeatureVector#hash()} at the time of the decision. */
    public long hash(int row) {
        return columns.hash(row);
    }

    public long eventTimeNs(int row) {
        return columns.timeNs(row);
    }

    /** Sequence of the event in its journal. */
    public long sequence(int row) {
        return columns.sequence(row);
    }

    public int instrument(int row) {
        return columns.instrument(row);
    }

    /** Position of the row's journal among those that were replayed. */
    public int source(int row) {
        return columns.source(row);
    }

    /** Number of the unbroken stretch of the instrument's book: {@link FeatureVector#episode()}. */
    public int episode(int row) {
        return columns.episode(row);
    }

    /** The label is known; rows for which this is false say nothing in the methods below. */
    public boolean labelled(int row) {
        return labels.labelled(row);
    }

    /** The move that the label is about was up. */
    public boolean up(int row) {
        return labels.up(row);
    }

    /** Time of the event that decided the label. */
    public long labelEndNs(int row) {
        return labels.endNs(row);
    }

    /** Size of the move, basis points, never negative. */
    public double moveBps(int row) {
        return labels.moveBps(row);
    }

    /** Number of the move; rows with equal numbers are not independent samples. */
    public int move(int row) {
        return labels.move(row);
    }
}
