package io.v11.training.data;

import java.nio.file.Path;

import io.v11.engine.slot.EngineEvent;
import io.v11.ml.FeatureSchema;

/**
 * Collects a {@link Dataset} from slots that the market and feature stages have filled: one row for every decision, and
 * labels from all events, by default the {@link NextMoveLabels}. Give it every event, not only the decisions. Confined to one thread.
 */
public final class DatasetBuilder {
    private final FeatureSchema schema;
    private final FeatureMatrix matrix;
    private final Labels labels;
    private final RowColumns columns = new RowColumns();
    private int source = -1;

    private DatasetBuilder(FeatureSchema schema, FeatureMatrix matrix, Labels labels) {
        this.schema = schema;
        this.matrix = matrix;
        this.labels = labels;
    }

    /** Rows are kept on the heap. */
    public static DatasetBuilder inMemory(FeatureSchema schema) {
        return inMemory(schema, new NextMoveLabels());
    }

    /** The same under labels of another kind. */
    public static DatasetBuilder inMemory(FeatureSchema schema, Labels labels) {
        return new DatasetBuilder(schema, FeatureMatrix.inMemory(schema.size()), labels);
    }

    /** Feature values are kept in a scratch file that is mapped at the end; the caller deletes it when all is done. */
    public static DatasetBuilder inFile(FeatureSchema schema, Path scratch) {
        return inFile(schema, scratch, new NextMoveLabels());
    }

    /** The same under labels of another kind. */
    public static DatasetBuilder inFile(FeatureSchema schema, Path scratch, Labels labels) {
        return new DatasetBuilder(schema, FeatureMatrix.inFile(schema.size(), scratch), labels);
    }

    /** A journal begins: no label reaches from the one before into it. */
    public void beginSource() {
        labels.onSource();
        source++;
    }

    /** Takes what the stages have written into the slot. */
    public void onEvent(EngineEvent event) {
        labels.onEvent(event);
        if (event.features().ready()) {
            int row = matrix.rows();
            matrix.append(event.features());
            columns.append(event.timeNs(), event.sequence(), event.features().hash(), event.instrument(), source,
                    event.features().episode());
            labels.onDecision(row, event);
        }
    }

    public int rows() {
        return matrix.rows();
    }

    /** Ends collecting. */
    public Dataset build() {
        labels.onEnd();
        matrix.complete();
        return new Dataset(schema, matrix, labels, columns);
    }
}
