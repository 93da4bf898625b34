package io.v11.training.data;

import java.nio.file.Path;
import java.util.Optional;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureSchema;
import io.v11.ml.InputPlane;

/**
 * Collects a {@link Dataset} from slots that the market and feature stages have filled: one row for every decision, and
 * labels from the mids of all events. Give it every event, not only the decisions. Whether rows hold normalised values is
 * decided by the first one: all vectors have them or none. Confined to one thread.
 */
public final class DatasetBuilder {
    private final FeatureSchema schema;
    private final Optional<Path> scratch;
    private final FeatureMatrix matrix;
    private final NextMoveLabels labels = new NextMoveLabels();
    private final RowColumns columns = new RowColumns();
    private Optional<FeatureMatrix> normalised = Optional.empty();
    private int source = -1;

    private DatasetBuilder(FeatureSchema schema, Optional<Path> scratch) {
        this.schema = schema;
        this.scratch = scratch;
        this.matrix = matrix(InputPlane.RAW, "");
    }

    private FeatureMatrix matrix(InputPlane plane, String suffix) {
        return scratch
                .map(file -> FeatureMatrix.inFile(plane, schema.size(),
                        file.resolveSibling(file.getFileName() + suffix)))
                .orElseGet(() -> FeatureMatrix.inMemory(plane, schema.size()));
    }

    /** Rows are kept on the heap. */
    public static DatasetBuilder inMemory(FeatureSchema schema) {
        return new DatasetBuilder(schema, Optional.empty());
    }

    /**
     * Feature values are kept in a scratch file that is mapped at the end, normalised ones in another whose name ends in
     * {@code .normalised}; the caller deletes them when all is done.
     */
    public static DatasetBuilder inFile(FeatureSchema schema, Path scratch) {
        return new DatasetBuilder(schema, Optional.of(scratch));
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
        normalised.ifPresent(FeatureMatrix::complete);
        return new Dataset(schema, matrix, normalised, labels, columns);
    }

    private void appendNormalised(EngineEvent event, int row) {
        if (row == 0 && event.features().hasNormalised()) {
            normalised = Optional.of(matrix(InputPlane.NORMALISED, ".normalised"));
        }
        if (normalised.isPresent() != event.features().hasNormalised()) {
            throw new IllegalStateException("row " + row + ", sequence " + event.sequence()
                    + (normalised.isPresent() ? " lacks" : " has") + " normalised values, unlike the first row; replay"
                    + " all journals through feature stages of one kind");
        }
        normalised.ifPresent(plane -> plane.append(event.features()));
    }

    private void append(EngineEvent event, MarketView market, int instrument) {
        int row = matrix.rows();
        appendNormalised(event, row);
        matrix.append(event.features());
        columns.append(event.timeNs(), event.sequence(), event.features().hash(), instrument, source);
        if (market.synced && market.topValid) {
            labels.onDecision(row, instrument, market.midTwiceE8());
        } else {
            labels.onUnlabelled(row);
        }
    }
}
