package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import org.duckdb.DuckDBConnection;

/**
 * Writes a log as tables for analysis: one CSV or Parquet file per message, and one per repeating group
 * ({@code bookDelta_bids}), joined by {@code recordNumber}. Columns bear the names of the schema and its types: E8
 * numbers and times stay 64-bit integers, enums become their names. DuckDB holds the rows in a file beside the result, so memory does not
 * grow with the log. Reading verifies: damage throws before anything is written. Cold path.
 */
public final class JournalExporter {
    private static final long PROGRESS_INTERVAL = 1 << 14;

    private JournalExporter() {
    }

    /** What is written. */
    public enum Format {
        /** Comma separated, with a header line. */
        CSV("HEADER"),
        /** Columnar, compressed with Zstandard. */
        PARQUET("COMPRESSION zstd");

        private final String options;

        Format(String options) {
            this.options = options;
        }

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return rows by table; each is the file {@code target/<table>.<csv|parquet>} */
    public static SortedMap<String, Long> export(Path folder, Path target, Format format) {
        return export(folder, target, format, _ -> {
        });
    }

    /** @param progress told the number of events read so far, now and then */
    public static SortedMap<String, Long> export(Path folder, Path target, Format format, LongConsumer progress) {
        Path database = target.resolve(".export-" + ProcessHandle.current().pid() + ".duckdb");
        try {
            Files.createDirectories(target);
            try (DuckDBConnection connection = (DuckDBConnection) DriverManager
                    .getConnection("jdbc:duckdb:" + database)) {
                SortedMap<String, Long> rows = load(folder, connection, progress);
                copy(connection, target, format, rows);
                return rows;
            } finally {
                Files.deleteIfExists(database);
                Files.deleteIfExists(target.resolve(database.getFileName() + ".wal"));
            }
        } catch (SQLException | IOException failure) {
            throw new JournalException("cannot export " + folder + " to " + target + ": " + failure.getMessage(),
                    failure);
        }
    }

    private static SortedMap<String, Long> load(Path folder, DuckDBConnection connection, LongConsumer progress)
            throws SQLException {
        try (JournalReader reader = JournalReader.open(folder); EventTables tables = new EventTables(connection)) {
            long events = 0;
            while (reader.next()) {
                tables.add(reader);
                if (++events % PROGRESS_INTERVAL == 0) {
                    progress.accept(events);
                }
            }
            progress.accept(events);
            return new TreeMap<>(tables.rows());
        }
    }

    private static void copy(DuckDBConnection connection, Path target, Format format, Map<String, Long> rows)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : rows.keySet()) {
                Path file = target.resolve(table + "." + format.extension());
                statement.execute("COPY \"" + table + "\" TO '" + file.toString().replace("'", "''") + "' (FORMAT "
                        + format.name() + ", " + format.options + ")");
            }
        }
    }
}
