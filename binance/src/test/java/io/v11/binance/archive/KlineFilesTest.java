package io.v11.binance.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.binance.RecordedEvents;
import io.v11.binance.TestInstruments;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.KlineDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KlineFilesTest {
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 1_704_067_200_000L;

    @TempDir
    private Path folder;
    private final RecordedEvents events = new RecordedEvents();

    @Test
    void shouldReadEveryColumn() throws IOException {
        play(TestFiles.zip(named("2024-01-01"), bar(0) + bar(1)));

        KlineDecoder kline = new KlineDecoder().wrapAndApplyHeader(events.frame(0), 0, new EventHeaderDecoder());
        assertEquals(DAY_MS * 1_000_000, kline.openTimeNs());
        assertEquals((DAY_MS + MINUTE_MS - 1) * 1_000_000, kline.closeTimeNs());
        assertEquals(MINUTE_MS * 1_000_000, kline.intervalNs());
        assertEquals(10_000_000_000L, kline.openE8());
        assertEquals(11_000_000_000L, kline.highE8());
        assertEquals(9_000_000_000L, kline.lowE8());
        assertEquals(10_500_000_000L, kline.closeE8());
        assertEquals(550_000_000L, kline.volumeE8());
        assertEquals(55_550_000_000L, kline.quoteVolumeE8());
        assertEquals(7, kline.trades());
        assertEquals(250_000_000L, kline.takerBuyVolumeE8());
        assertEquals(25_025_000_000L, kline.takerBuyQuoteVolumeE8());
        assertEquals((DAY_MS + MINUTE_MS) * 1_000_000, events.header(0).ingestTimeNs());
        assertEquals(2, events.size());
    }

    @Test
    void shouldPassHeaderLineAndReadMicroseconds() throws IOException {
        long openMicros = 1_735_689_600_000_000L;
        String csv = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n"
                + openMicros + ",100,110,90,105,5,1735689659999999,555,7,2,250,0\r\n";

        play(TestFiles.zip(named("2025-01"), csv));

        KlineDecoder kline = new KlineDecoder().wrapAndApplyHeader(events.frame(0), 0, new EventHeaderDecoder());
        assertEquals(openMicros * 1_000, kline.openTimeNs());
        assertEquals(1_735_689_659_999_999_000L, kline.closeTimeNs());
        assertEquals(openMicros * 1_000 + MINUTE_MS * 1_000_000, events.header(0).ingestTimeNs());
    }

    @Test
    void shouldCountGapsAndDropDuplicates() throws IOException {
        ImportReport report = play(TestFiles.zip(named("2024-01-01"), bar(0) + bar(1) + bar(1) + bar(5)),
                TestFiles.zip(named("2024-01-02"), bar(5) + bar(6)));

        assertEquals(List.of(new ImportReport.Series("BTCUSDT.SPOT 1m", 4, 2, 1, 3, List.of(new ImportReport.Gap(
                (DAY_MS + 2 * MINUTE_MS) * 1_000_000, (DAY_MS + 5 * MINUTE_MS) * 1_000_000, 3)))), report.series());
        assertEquals(4, events.size());
    }

    @Test
    void shouldRefuseRowsOutOfOrderWithFileAndLine() throws IOException {
        Path file = TestFiles.zip(named("2024-01-01"), bar(0) + bar(2) + bar(1));

        assertRefused(file + ":3: the bar opens before the one before it", file);
    }

    @Test
    void shouldRefuseTwoDifferentBarsForOneTime() throws IOException {
        Path file = TestFiles.zip(named("2024-01-01"), bar(0) + TestFiles.bar(DAY_MS, MINUTE_MS, "106.0"));

        assertRefused(file + ":2: a different bar for the same time", file);
    }

    @Test
    void shouldRefuseBadRowsWithFileAndLine() throws IOException {
        Path file = TestFiles.zip(named("2024-01-01"), bar(0) + bar(1).replace("7,2.5", "x,2.5"));
        assertRefused(file + ":2: expected a whole number, found 'x'", file);

        file = TestFiles.zip(named("2024-01-02"), bar(0).replace("110.0", "101.0"));
        assertRefused(file + ":1: not a bar: open and close must lie between low and high", file);

        file = TestFiles.zip(named("2024-01-03"), bar(0).replace(",0\n", "\n"));
        assertRefused(file + ":1: expected ','", file);

        file = TestFiles.zip(named("2024-01-04"), bar(0) + TestFiles.bar(DAY_MS + MINUTE_MS + 1, MINUTE_MS, "105.0"));
        assertRefused(file + ":2: the bar does not open a whole number of intervals (1m) after", file);
    }

    @Test
    void shouldRefuseTruncatedAndCorruptArchives() throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < 1440; i++) {
            csv.append(bar(i));
        }
        byte[] whole = Files.readAllBytes(TestFiles.zip(named("2024-01-01"), csv.toString()));
        Path file = TestFiles.write(named("2024-01-01"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(file + ":1: the archive is corrupt", file);

        int refused = 0;
        for (int at = 60; at < whole.length; at += 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            TestFiles.write(file, flipped);
            refused += refuses(file) ? 1 : 0;
        }
        int contentFlips = (whole.length - 60 + 96) / 97;
        assertTrue(refused >= contentFlips - 2, refused + " of " + contentFlips + " flipped bits refused");
    }

    private boolean refuses(Path file) {
        try {
            play(file);
            return false;
        } catch (ImportException expected) {
            return true;
        }
    }

    @Test
    void shouldCompareThePublishedChecksum() throws IOException {
        Path file = TestFiles.zip(named("2024-01-01"), bar(0));
        Path checksum = Path.of(file + ".CHECKSUM");
        Files.writeString(checksum, Sha256.of(file) + "  " + file.getFileName() + "\n");
        assertEquals(1, play(file).eventsAdded());

        Files.writeString(checksum, "00" + Sha256.of(file).substring(2) + "  " + file.getFileName() + "\n");
        assertRefused("but BTCUSDT-1m-2024-01-01.zip.CHECKSUM states 00", file);
    }

    @Test
    void shouldRefuseIntervalsItDoesNotKnow() throws IOException {
        Path file = TestFiles.zip(folder.resolve("BTCUSDT-1mo-2024-01.zip"), bar(0));

        assertRefused("kline interval 1mo is not supported; supported: [1s, 1m", file);
    }

    @Test
    void shouldRefuseBrokenRestAnswers() throws IOException {
        String row = "[1704067200000,\"100\",\"110\",\"90\",\"105\",\"5\",1704070799999,\"555\",7,\"2\",\"250\",\"0\"]";
        Path file = folder.resolve("BTCUSDT/2024-01-01.json.gz");
        TestFiles.write(file, TestFiles.gzip("[" + row + "]"));
        assertEquals("BTCUSDT.SPOT 1h", play(file).series().getFirst().name());

        for (String broken : new String[]{"[" + row, "[" + row + ",]", "[" + row + "] x",
            "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
            "[" + row + row + "]", "[[1704067200000,\"100\"]]"}) {
            TestFiles.write(file, TestFiles.gzip(broken));
            assertRefused(file.toString(), file);
        }
    }

    private ImportReport play(Path... files) {
        return Archive.of(ImportInput.of(List.of(files)), TestInstruments.ALL).play(events, ImportProgress.NONE,
                folder);
    }

    private void assertRefused(String expected, Path file) {
        String message = assertThrows(ImportException.class, () -> play(file)).getMessage();
        assertTrue(message.contains(expected), message);
    }

    private Path named(String day) {
        return folder.resolve("BTCUSDT-1m-" + day + ".zip");
    }

    private static String bar(int minute) {
        return TestFiles.bar(DAY_MS + minute * MINUTE_MS, MINUTE_MS, "105.0");
    }
}
