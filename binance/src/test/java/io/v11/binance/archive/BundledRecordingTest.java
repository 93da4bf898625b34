package io.v11.binance.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.binance.TestInstruments;
import io.v11.config.Instrument;
import io.v11.config.Instrument.Market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BundledRecordingTest {
    private static final long LARGEST = 4_000_000;

    @Test
    void shouldHoldFourFeedsWithSnapshotsAndWithoutGaps() {
        ImportReport report = Archive.of(ImportInput.of(List.of(SharedData.recordings())), TestInstruments.ALL)
                .play((buffer, offset, length) -> {
                }, ImportProgress.NONE, Path.of("none"));

        assertEquals(List.of("BTCUSDT.SPOT", "ETHUSDT.SPOT", "NEXOUSDT.SPOT", "BTCUSDT.USDM"),
                report.instruments().stream().map(ImportReport.Feed::instrument).toList());
        for (ImportReport.Feed feed : report.instruments()) {
            assertTrue(feed.snapshot(), feed.instrument());
            assertEquals(0, feed.depthGaps(), feed.instrument());
            assertEquals(0, feed.tradeGaps(), feed.instrument());
        }
        assertEquals(21_890 + 1_596 + 1_589 + 3_030, report.messages("bookDelta"));
        assertEquals(10_515 + 14_133 + 10_844 + 34_425, report.messages("bestBidAsk"));
        assertEquals(3_931 + 6_381 + 3_202 + 14_759, report.messages("trade"));
        assertEquals(0, report.clampedTimes());
    }

    @ParameterizedTest
    @CsvSource({"spot/nexousdt_20240724.dat.gz,NEXOUSDT,SPOT", "spot/btcusdt_20240808.gz,BTCUSDT,SPOT",
        "spot/ethusdt_20240808.gz,ETHUSDT,SPOT", "usdm/btcusdt_20240808.gz,BTCUSDT,USDM"})
    void shouldKeepItsBookInSequenceFromTheFirstLineToTheLast(String file, String symbol, Market market) {
        SliceBook book = new SliceBook();
        Instrument instrument = TestInstruments.find(symbol, market);
        int[] checked = new int[2];

        // SliceBook fails on the first update that does not continue the one before.
        try (CaptureReader reader = new CaptureReader(SharedData.recordings().resolve(file), instrument)) {
            while (reader.next()) {
                reader.parse(reader.timeNs(), book);
                checked[0] += book.synced() ? 1 : 0;
                checked[1] += book.synced() && book.bestBidE8() >= book.bestAskE8() ? 1 : 0;
            }
        }

        assertTrue(checked[0] > 15_000, "synced on " + checked[0] + " lines");
        assertEquals(0, checked[1], "lines with a crossed book");
    }

    @Test
    void shouldBeSmallAndWhatItsManifestStates() throws IOException {
        Path recordings = SharedData.recordings();
        List<String> manifest = Files.readAllLines(recordings.resolve("MANIFEST.csv"));
        assertEquals(5, manifest.size());
        for (String line : manifest.subList(1, manifest.size())) {
            String[] columns = line.split(",");
            Path file = recordings.resolve(columns[0]);
            assertEquals(Long.parseLong(columns[1]), Files.size(file), line);
            assertEquals(columns[2], Sha256.of(file), line);
        }
        try (Stream<Path> files = Files.walk(recordings)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes <= LARGEST, "recordings hold " + bytes + " bytes");
        }
    }

    @Test
    void shouldBeWhatTheSlicerMakesOfTheCaptures(@TempDir Path folder) throws IOException {
        List<RecordingSlicer.Slice> slices = BundledRecording.make(SharedData.folder("binance-l2-raw"), folder);

        assertEquals(4, slices.size());
        for (RecordingSlicer.Slice slice : slices) {
            Path bundled = SharedData.recordings().resolve(folder.relativize(slice.file()));
            long lines = 0;
            try (BufferedReader made = lines(slice.file()); BufferedReader shipped = lines(bundled)) {
                for (String line = shipped.readLine(); line != null; line = shipped.readLine()) {
                    assertEquals(line, made.readLine(), () -> bundled.toString());
                    lines++;
                }
                assertEquals(null, made.readLine());
            }
            assertEquals(lines, slice.lines());
        }
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
