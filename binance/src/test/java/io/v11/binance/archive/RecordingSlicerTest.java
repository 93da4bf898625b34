package io.v11.binance.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.binance.TestInstruments;
import io.v11.config.Instrument.Market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordingSlicerTest {
    private static final long MICROS = 1_700_000_000_000_000L;
    private static final String SNAPSHOT = MICROS + 2
            + " {\"lastUpdateId\":12,\"bids\":[[\"99\",\"1\"],[\"98\",\"2\"]],\"asks\":[[\"101\",\"1\"],[\"102\",\"2\"]]}";

    @TempDir
    private Path folder;

    @Test
    void shouldBeginWithTheBookAfterTheFirstUpdateOfTheCut() throws IOException {
        String atCut = TestFiles.depth(MICROS + 6, 17, 18, "[]", "[[\"101\",\"0\"]]");
        String later = TestFiles.trade(MICROS + 7, 6);
        Path capture = TestFiles.capture(folder, "btcusdt_20231114.gz",
                // Received before the snapshot: the first is older than it, the second straddles it.
                TestFiles.depth(MICROS, 9, 11, "[[\"1\",\"1\"]]", "[]"),
                TestFiles.depth(MICROS + 1, 12, 14, "[[\"98\",\"0\"]]", "[]"), SNAPSHOT,
                TestFiles.depth(MICROS + 3, 15, 16, "[[\"99.5\",\"3\"]]", "[[\"103\",\"0.00000001\"]]"),
                TestFiles.trade(MICROS + 5, 5), atCut, later, TestFiles.trade(MICROS + 8, 7));

        RecordingSlicer.Slice slice = slice(capture, MICROS + 5, MICROS + 7);

        assertEquals(List.of(MICROS + 6 + " {\"lastUpdateId\":18,\"bids\":[[\"99.5\",\"3\"],[\"99\",\"1\"]],"
                + "\"asks\":[[\"102\",\"2\"],[\"103\",\"0.00000001\"]]}", atCut, later), lines(slice.file()));
        assertEquals(3, slice.lines());
        assertEquals((MICROS + 6) * 1_000, slice.firstNs());
        assertEquals((MICROS + 7) * 1_000, slice.lastNs());
    }

    @Test
    void shouldRefuseToInventBookWithoutSnapshotOrOverGap() throws IOException {
        Path without = TestFiles.capture(folder, "a/btcusdt_1.gz", TestFiles.depth(MICROS, 9, 11, "[]", "[]"));
        assertRefused("no depth snapshot before the cut", without);

        Path gap = TestFiles.capture(folder, "b/btcusdt_1.gz", SNAPSHOT,
                TestFiles.depth(MICROS + 3, 13, 14, "[]", "[]"),
                TestFiles.depth(MICROS + 4, 16, 17, "[]", "[]"));
        assertRefused("have a gap: the book ends with update 14, the next update is 16..17", gap);

        Path nothing = TestFiles.capture(folder, "c/btcusdt_1.gz", SNAPSHOT);
        assertRefused("nothing to cut", nothing);
    }

    private void assertRefused(String expected, Path capture) {
        String message = assertThrows(ImportException.class, () -> slice(capture, MICROS, MICROS + 9)).getMessage();
        assertTrue(message.contains(expected), message);
        assertFalse(Files.exists(folder.resolve("cut.gz")));
        assertFalse(Files.exists(folder.resolve("cut.gz.partial")));
    }

    private RecordingSlicer.Slice slice(Path capture, long fromMicros, long toMicros) {
        return RecordingSlicer.slice(List.of(capture), TestInstruments.find("BTCUSDT", Market.SPOT), fromMicros * 1_000,
                toMicros * 1_000, folder.resolve("cut.gz"));
    }

    private static List<String> lines(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
