package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.ModelScoresDecoder;
import io.v11.journal.event.SignalDecoder;
import io.v11.journal.event.SignalReason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Journals of schema version 1 stay readable: version 2 appended two fields to the scores and a reason to the signal. */
class VersionOneTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final int VERSION_OFFSET = EventHeaderDecoder.versionEncodingOffset();
    private static final Set<String> GREW = Set.of("modelScores", "signal");

    @TempDir
    private Path folder;

    static List<String> names(Path golden) throws IOException {
        try (Stream<Path> files = Files.list(golden)) {
            return files.map(file -> file.getFileName().toString().replace(".hex", "")).sorted().toList();
        }
    }

    static List<String> others() throws IOException {
        return names(GOLDEN.resolve("v1")).stream().filter(name -> !GREW.contains(name)).toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void shouldDifferInTheVersionOnly(String message) throws IOException {
        List<String> before = Files.readAllLines(GOLDEN.resolve("v1/" + message + ".hex"));
        List<String> now = Files.readAllLines(GOLDEN.resolve("v2/" + message + ".hex"));

        assertEquals(before.size(), now.size());
        for (int i = 0; i < before.size(); i++) {
            UnsafeBuffer frame = frame(before.get(i));
            assertEquals(1, frame.getShort(VERSION_OFFSET));
            frame.putShort(VERSION_OFFSET, (short) 2);
            assertEquals(HexFormat.of().formatHex(frame(now.get(i)).byteArray()),
                    HexFormat.of().formatHex(frame.byteArray()));
        }
    }

    @Test
    void shouldReadScoresWithoutTheNewFields() throws IOException {
        ModelScoresDecoder scores = new ModelScoresDecoder().wrapAndApplyHeader(typical("modelScores"), 0,
                new EventHeaderDecoder());

        assertEquals(0.125, scores.ensemble());
        assertEquals(190L, scores.validModels());
        assertEquals(ModelScoresDecoder.skippedModelsNullValue(), scores.skippedModels());
        assertEquals(ModelScoresDecoder.confidentNullValue(), scores.confident());
        ModelScoresDecoder.ScoresDecoder group = scores.scores();
        assertEquals(2, group.count());
        assertEquals(0.375, group.next().score());
        assertEquals(0.5, group.next().score());
    }

    @Test
    void shouldReadEveryReasonOfASignal() throws IOException {
        UnsafeBuffer last = frame(Files.readAllLines(GOLDEN.resolve("v1/signal.hex")).get(2));

        assertEquals(SignalReason.POSITION_HELD,
                new SignalDecoder().wrapAndApplyHeader(last, 0, new EventHeaderDecoder()).reason());
    }

    @Test
    void shouldPrintAndExportNoMoreThanWasWritten() throws Exception {
        UnsafeBuffer frame = typical("modelScores");
        Path log = folder.resolve("log");
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            writer.append(frame, 0, frame.capacity());
        }

        String print = new JournalPrinter(JournalPrinter.Format.JSON).print(frame, 0, 1);
        JournalExporter.export(log, folder.resolve("tables"), JournalExporter.Format.CSV);

        assertTrue(print.contains("\"validModels\":190"), print);
        assertFalse(print.contains("skippedModels"), print);
        String table = folder.resolve("tables/modelScores.csv").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = connection.createStatement().executeQuery("SELECT validModels = 190 AND "
                        + "skippedModels IS NULL AND confident IS NULL FROM '" + table + "'")) {
            assertTrue(rows.next() && rows.getBoolean(1));
        }
    }

    private static UnsafeBuffer typical(String message) throws IOException {
        return frame(Files.readAllLines(GOLDEN.resolve("v1/" + message + ".hex")).get(1));
    }

    private static UnsafeBuffer frame(String line) {
        return new UnsafeBuffer(HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1)));
    }
}
