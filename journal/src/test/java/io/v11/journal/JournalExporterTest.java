package io.v11.journal;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.Limits;
import io.v11.config.Profile.JournalSettings.Durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalExporterTest {
    @TempDir
    Path folder;

    private void write(Path log) {
        TestEvents events = new TestEvents();
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            for (int sequence = 1; sequence <= 1000; sequence++) {
                int length = sequence % 10 == 0 ? events.delta(sequence, 2) : events.trade(sequence);
                writer.append(events.frame(), 0, length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(JournalExporter.Format.class)
    void shouldWriteATablePerMessageThatReadsBackExactly(JournalExporter.Format format) throws Exception {
        Path log = folder.resolve("log");
        Path target = folder.resolve("tables");
        write(log);

        SortedMap<String, Long> rows = JournalExporter.export(log, target, format);

        assertEquals(Map.of("trade", 900L, "bookDelta", 100L, "bookDelta_bids", 200L, "bookDelta_asks", 200L), rows);
        String file = target.resolve("trade." + format.extension()).toString();
        assertEquals("900", query("SELECT count(*) FROM '" + file + "'"));
        assertEquals("BIGINT", query("SELECT typeof(priceE8) FROM '" + file + "' LIMIT 1"));
        assertEquals("0", query("SELECT count(*) FROM '" + file
                + "' WHERE priceE8 <> 6500000000000 + sequence OR tradeId <> "
                + "sequence * 3 OR quantityE8 <> sequence % 1000 + 1 OR ingestTimeNs <> 1700000000000000000 + sequence * 1000"
                + " OR recordNumber <> sequence OR instrument <> sequence % 3"
                + " OR aggressor <> CASE WHEN sequence % 2 = 0 THEN 'BUY' ELSE 'SELL' END"));
        String bids = target.resolve("bookDelta_bids." + format.extension()).toString();
        assertEquals("0",
                query("SELECT count(*) FROM '" + bids + "' WHERE priceE8 <> 1000000000 - entry OR quantityE8 <> "
                        + "sequence + entry"));
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void shouldExportEveryMessageOfTheSchema() throws Exception {
        Path log = folder.resolve("log");
        Path target = folder.resolve("tables");
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            for (var tokens : EventSchema.instance().messages()) {
                for (FrameFiller.Level level : FrameFiller.Level.values()) {
                    UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocate(Limits.FRAME_BYTES));
                    writer.append(buffer, 0, new FrameFiller(tokens, level).fill(buffer).length());
                }
            }
        }

        SortedMap<String, Long> rows = JournalExporter.export(log, target, JournalExporter.Format.PARQUET);

        for (var tokens : EventSchema.instance().messages()) {
            String table = tokens.getFirst().name();
            assertEquals(3, rows.get(table), table);
            assertEquals("3", query("SELECT count(*) FROM '" + target.resolve(table + ".parquet") + "'"));
        }
        assertEquals("18446744073709551614",
                query("SELECT max(bits) FROM '" + target.resolve("featureVector_validity.parquet")
                        + "'"));
    }

    @Test
    void shouldWriteNothingWhenTheLogIsDamaged() throws Exception {
        Path log = folder.resolve("log");
        Path target = folder.resolve("tables");
        write(log);
        Damage damage = new Damage(log);
        damage.flipBit(damage.positionOf(900) + 30, 0);

        assertThrows(JournalCorruptException.class,
                () -> JournalExporter.export(log, target, JournalExporter.Format.CSV));

        try (Stream<Path> files = Files.list(target)) {
            assertTrue(files.findAny().isEmpty());
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection
                        .createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertTrue(result.next());
            return result.getString(1);
        }
    }
}
