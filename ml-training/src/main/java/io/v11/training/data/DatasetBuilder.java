package io.v11.training.data;

import java.nio.file.Path;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureSchema;

/**
 * Collects a {@link Dataset} from slots that the market and feature stages have filled: one row for every decision, and
 * labels from the mids of all events. Give it every event, not only the decisions. Confined to one thread.
 */
public final class DatasetBuilder {
    private final FeatureSchema schema;
    private final FeatureMatrix matrix;
    private final NextMoveLabels labels = new NextMoveLabels();
    private final RowColumns columns = new RowColumns();
    private int source = -1;

    private DatasetBuilder(FeatureSchema schema, FeatureMatrix matrix) {
        this.schema = schema;
        this.matrix = matrix;
    }

    /** Rows are kept on the heap. */
    public static DatasetBuilder inMemory(FeatureSchema schema) {
        return new DatasetBuilder(schema, FeatureMatrix.inMemory(schema.size()));
    }

    /** Feature values are kept in a scratch file that is mapped at the end; the caller deletes it when all is done. */
    public static DatasetBuilder inFile(FeatureSchema schema, Path scratch) {
        return new DatasetBuilder(schema, FeatureMatrix.inFile(schema.size(), scratch));
    }

    /** A journal begins: no label reaches from the one before into it. */
    public void beginSource() {
        labels.onEnd();
        source++;
    }

    /** Takes what the stages have written into the slot. */
    public void onEvent(EngineEvent event) {
        MarketView market = event.market();
        int instrument = event.instrument();
        if (market.present) {
            if (!market.synced) {
                labels.onLost(instrument);
            } else if (market.topValid) {
                labels.onMid(instrument, market.midTwiceE8(), event.timeNs());
            }
        }
        if (event.features().ready()) {
            append(event, market, instrument);
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

    private void append(EngineEvent event, MarketView market, int instrument) {
        int row = matrix.rows();
        matrix.append(event.features());
        columns.append(event.timeNs(), event.sequence(), event.features().hash(), instrument, source);
        if (market.synced && market.topValid) {
            labels.onDecision(row, instrument, market.midTwiceE8());
        } else {
            labels.onUnlabelled(row);
        }
    }
}
