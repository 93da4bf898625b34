package io.v11.training.data.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.FeatureSchema;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DatasetExportTest {
    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void shouldReadBackEveryRowInItsOrder() throws Exception {
        Dataset data = random(6, ROWS);
        Path file = folder.resolve("it's/rows.parquet");
        List<Long> told = new ArrayList<>();

        DatasetExport.write(data, id -> "I" + id + ".SPOT", file, told::add);

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("SELECT * FROM read_parquet('" + file.toString().replace("'", "''") + "')")) {
            int row = 0;
            for (; rows.next(); row++) {
                shouldHoldTheRow(data, row, rows);
            }
            assertEquals(ROWS, row);
        }
        assertEquals(ROWS, told.getLast());
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(List.of(file), left.toList(), "nothing but the result stays");
        }
    }

    private static void shouldHoldTheRow(Dataset data, int row, ResultSet rows) throws Exception {
        assertEquals("I" + data.instrument(row) + ".SPOT", rows.getString("instrument"));
        assertEquals(data.source(row), rows.getInt("source"));
        assertEquals(data.eventTimeNs(row), rows.getLong("eventTimeNs"));
        assertEquals(data.sequence(row), rows.getLong("sequence"));
        assertEquals(data.hash(row), rows.getLong("vectorHash"));
        assertEquals(data.labelled(row), rows.getBoolean("labelled"));
        if (data.labelled(row)) {
            assertEquals(data.up(row), rows.getBoolean("up"));
            assertEquals(data.labelEndNs(row), rows.getLong("labelEndNs"));
            assertEquals(data.moveBps(row), rows.getDouble("moveBps"));
            assertEquals(data.move(row), rows.getInt("move"));
        } else {
            for (String column : List.of("up", "labelEndNs", "moveBps", "move")) {
                assertNull(rows.getObject(column), column);
            }
        }
        for (int feature = 0; feature < data.features(); feature++) {
            Object value = rows.getObject("f" + feature);
            if (Double.isNaN(data.value(row, feature))) {
                assertNull(value);
            } else {
                assertEquals(data.value(row, feature), value);
            }
        }
    }

    @Test
    void shouldOverwriteAnOlderFile() throws IOException {
        Path file = folder.resolve("rows.parquet");
        Files.writeString(file, "old");

        DatasetExport.write(random(2, 10), id -> "I", file, rows -> {
        });

        assertEquals("PAR1", new String(Files.readAllBytes(file), 0, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void shouldRefuseAFeatureThatIsCalledLikeAnotherColumn() {
        DatasetBuilder builder = DatasetBuilder.inMemory(FeatureSchema.of(List.of("move"), List.of("one")));
        builder.beginSource();
        Dataset data = builder.build();

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> DatasetExport.write(data, id -> "I", folder.resolve("rows.parquet"), rows -> {
                }));

        assertTrue(refusal.getMessage().contains("feature 'move'"), refusal.getMessage());
    }

    /** Two instruments, two journals, some values missing, some rows without label. */
    private static Dataset random(int features, int rows) {
        Random random = new Random(12);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(features));
        Slots slots = new Slots(features);
        double[] row = new double[features];
        builder.beginSource();
        for (int i = 0; i < rows; i++) {
            if (i == rows / 2) {
                builder.beginSource();
            }
            for (int f = 0; f < features; f++) {
                row[f] = random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian();
            }
            long bid = 1_000 + random.nextInt(3);
            builder.onEvent(slots.book(i % 2, i * 10L, bid, bid + 2, row));
        }
        return builder.build();
    }
}
