package io.v11.training.data.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

import io.v11.training.data.Dataset;

/**
 * Writes a dataset as one Parquet file, a row for each decision in order. Before the features, by their names, stand where and when
 * the row is and what its label says:
 *
 * <pre>
 *   instrument VARCHAR, source INTEGER, eventTimeNs BIGINT, sequence BIGINT, vectorHash BIGINT,
 *   labelled BOOLEAN, up BOOLEAN, labelEndNs BIGINT, moveBps DOUBLE, move INTEGER, feature DOUBLE ...
 * </pre>
 *
 * What is not valid is NULL, and so are the label's columns where there is no label. DuckDB holds the rows in a file beside the
 * result, so memory does not grow with them. Cold path.
 */
public final class DatasetExport {
    private static final List<String> COLUMNS = List.of("instrument", "source", "eventTimeNs", "sequence", "vectorHash",
            "labelled", "up", "labelEndNs", "moveBps", "move");
    private static final List<String> TYPES = List.of("VARCHAR", "INTEGER", "BIGINT", "BIGINT", "BIGINT", "BOOLEAN",
            "BOOLEAN", "BIGINT", "DOUBLE", "INTEGER");
    private static final long PROGRESS_INTERVAL = 1 << 12;
    /** Hundreds of columns: the default of 122,880 rows would be held in memory by the half gigabyte. */
    private static final int GROUP_ROWS = 1 << 14;

    private DatasetExport() {
    }

    /**
     * @param instrumentName of an instrument's number
     * @param target         the file; overwritten when it exists
     * @param progress       told the number of rows so far, now and then
     */
    public static void write(Dataset data, IntFunction<String> instrumentName, Path target, LongConsumer progress) {
        String create = "CREATE TABLE rows (" + columns(data) + ")";
        Path folder = target.toAbsolutePath().getParent();
        Path database = folder.resolve(".export-" + ProcessHandle.current().pid() + ".duckdb");
        try {
            Files.createDirectories(folder);
            try (DuckDBConnection connection = (DuckDBConnection) DriverManager
                    .getConnection("jdbc:duckdb:" + database); Statement statement = connection.createStatement()) {
                statement.execute(create);
                append(data, instrumentName, connection, progress);
                statement.execute("COPY rows TO '" + target.toString().replace("'", "''")
                        + "' (FORMAT PARQUET, COMPRESSION zstd, ROW_GROUP_SIZE " + GROUP_ROWS + ")");
            } finally {
                Files.deleteIfExists(database);
                Files.deleteIfExists(folder.resolve(database.getFileName() + ".wal"));
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("cannot write training rows to " + target + ": " + failure.getMessage(),
                    failure);
        }
    }

    private static String columns(Dataset data) {
        StringBuilder columns = new StringBuilder();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            names.add(COLUMNS.get(i));
            columns.append(COLUMNS.get(i)).append(' ').append(TYPES.get(i)).append(", ");
        }
        for (String feature : data.featureNames()) {
            if (!names.add(feature)) {
                throw new IllegalArgumentException("feature '" + feature
                        + "' bears the name of another column; rename it in the catalogue");
            }
            columns.append('"').append(feature).append("\" DOUBLE, ");
        }
        return columns.substring(0, columns.length() - 2);
    }

    private static void append(Dataset data, IntFunction<String> instrumentName, DuckDBConnection connection,
            LongConsumer progress) throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("main", "rows")) {
            for (int row = 0; row < data.rows(); row++) {
                rows.beginRow();
                rows.append(instrumentName.apply(data.instrument(row))).append(data.source(row))
                        .append(data.eventTimeNs(row)).append(data.sequence(row)).append(data.hash(row));
                appendLabel(data, row, rows);
                for (int feature = 0; feature < data.features(); feature++) {
                    double value = data.value(row, feature);
                    if (Double.isNaN(value)) {
                        rows.appendNull();
                    } else {
                        rows.append(value);
                    }
                }
                rows.endRow();
                if ((row + 1) % PROGRESS_INTERVAL == 0) {
                    progress.accept(row + 1);
                }
            }
        }
        progress.accept(data.rows());
    }

    private static void appendLabel(Dataset data, int row, DuckDBAppender rows) throws SQLException {
        if (data.labelled(row)) {
            rows.append(true).append(data.up(row)).append(data.labelEndNs(row)).append(data.moveBps(row))
                    .append(data.move(row));
        } else {
            rows.append(false).appendNull().appendNull().appendNull().appendNull();
        }
    }
}
