package io.v11.binance.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.binance.RecordedEvents;
import io.v11.binance.TestInstruments;
import io.v11.config.ExternalSeries;
import io.v11.journal.JournalStatistics;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.ExternalValueDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SeriesImportTest {
    private static final long MINUTE_MS = 60_000L;
    private static final long DAY_MS = 86_400_000L;
    /** 2024-01-05, a Friday. */
    private static final long FRIDAY_MS = 1_704_412_800_000L;

    @TempDir
    private Path folder;
    private final RecordedEvents events = new RecordedEvents();

    @Test
    void shouldMergeValuesWithBarsAtTheirPublication() throws IOException {
        Path bars = klines("BTCUSDT-1m-2024-01-05.zip", FRIDAY_MS + DAY_MS - 2 * MINUTE_MS, 4);
        Path series = csv("spx.csv", "Date,Close\n2024-01-04,4688.68\n2024-01-05,4697.24\n");

        ImportReport report = play(bars, series);

        assertEquals(List.of("SPX 2024-01-04 4688.68 @-1440", "kline @-1", "SPX 2024-01-05 4697.24 @0", "kline @0",
                "kline @1", "kline @2"), told(FRIDAY_MS + DAY_MS));
        assertEquals(List.of(new ImportReport.Values("SPX", 2, ms(FRIDAY_MS), ms(FRIDAY_MS + DAY_MS), 0, 0, 0)),
                report.external());
        assertEquals(0, report.clampedTimes());
    }

    @Test
    void shouldWriteEventsOfNoInstrumentWithoutVenueTime() throws IOException {
        play(csv("fear_greed.csv", "date,fng\n2024-01-05,71\n"));

        EventHeaderDecoder header = events.header(0);
        ExternalValueDecoder decoder = new ExternalValueDecoder();
        decoder.wrapAndApplyHeader(events.frame(0), 0, header);
        assertEquals(-1, header.instrument());
        assertEquals(0, header.venueTimeNs());
        assertEquals(1, header.lastFrame());
        assertEquals(ms(FRIDAY_MS) + 3_600_000_000_000L, header.ingestTimeNs());
        assertEquals(ExternalSeries.FEAR_GREED.id(), decoder.seriesId());
        assertEquals(ms(FRIDAY_MS), decoder.periodStartNs());
        assertEquals(71.0, decoder.value());
        assertEquals(events.frame(0).capacity(), 40 + decoder.encodedLength());
    }

    @Test
    void shouldLeaveOutWhatTheMarketCannotSee() throws IOException {
        Path bars = klines("BTCUSDT-1m-2024-01-05.zip", FRIDAY_MS, 3);
        Path series = csv("spx.csv", "Date,Close\n2022-08-22,1\n2022-08-23,2\n2023-07-03,\n2024-01-04,3\n"
                + "2024-01-05,4\n2024-01-08,.\n2024-01-09,5\n");

        ImportReport report = play(bars, series);

        // 500 days before 2024-01-05 00:01 is 2022-08-23 00:01, when the row of the 22nd was public for a minute.
        assertEquals(List.of("SPX 2022-08-23 2.0", "SPX 2024-01-04 3.0"), told().subList(0, 2));
        assertEquals(new ImportReport.Values("SPX", 2, 1_661_299_200_000_000_000L, ms(FRIDAY_MS), 2, 1, 2),
                report.external().getFirst());
    }

    @Test
    void shouldCutKlinesAndSeriesToTheSpan() throws IOException {
        Path bars = klines("BTCUSDT-1m-2024-01-05.zip", FRIDAY_MS - MINUTE_MS, 1442);
        Path series = csv("fear_greed.csv", "date,fng\n2024-01-02,1\n2024-01-03,2\n2024-01-05,3\n2024-01-06,4\n");
        ImportSpan friday = ImportSpan.of(Optional.of(LocalDate.of(2024, 1, 5)), Optional.of(LocalDate.of(2024, 1, 6)),
                2);

        ImportReport report = Archive.of(ImportInput.of(List.of(bars, series)), TestInstruments.ALL, friday)
                .play(events, ImportProgress.NONE, Path.of("none"));

        assertEquals(1440, report.series().getFirst().bars());
        assertEquals(2, report.external().getFirst().values());
        assertEquals(ms(FRIDAY_MS - 2 * DAY_MS) + 3_600_000_000_000L, report.firstTimeNs());
        assertEquals(ms(FRIDAY_MS + DAY_MS), report.lastTimeNs());
    }

    @Test
    void shouldMakeJournalOfSeriesAlone() throws IOException {
        Path sp = csv("spx.csv", "Date,Close\n1990-01-02,359.69\n2024-01-04,4688.68\n");
        Path rate = csv("DFF.csv", "date,dff\n2024-01-03,5.33\n2024-01-04,5.33\n");

        ImportReport whole = play(sp, rate);
        RecordedEvents january = new RecordedEvents();
        ImportSpan span = ImportSpan.of(Optional.of(LocalDate.of(2024, 1, 5)), Optional.of(LocalDate.of(2024, 1, 6)),
                0);
        Archive.of(ImportInput.of(List.of(sp, rate)), TestInstruments.ALL, span).play(january, ImportProgress.NONE,
                Path.of("none"));

        assertEquals(4, whole.eventsAdded());
        assertEquals(2, january.size(), "S&P of the 4th and the rate of the 3rd, both published on the 5th");
    }

    @Test
    void shouldPlaySeriesOfEqualTimesInOrderOfTheirIds() throws IOException {
        play(csv("vix.csv", "Date,Close\n2024-01-04,14\n"), csv("spx.csv", "Date,Close\n2024-01-04,4688\n"),
                csv("gold.csv", "Date,Close\n2024-01-04,2042\n"));

        assertEquals(List.of("SPX 2024-01-04 4688.0", "VIX 2024-01-04 14.0", "GOLD 2024-01-04 2042.0"), told());
    }

    @Test
    void shouldTakeTheNamedColumnOfSeveral() throws IOException {
        play(csv("cnn_fear_greed.csv", "Date,FearGreed,Rating\n2024-01-04,64.5,greed\n"),
                csv("DEXUSEU.csv", "observation_date,DEXUSEU\n2024-01-02,1.0943\n"));

        assertEquals(List.of("CNN_FEAR_GREED 2024-01-04 64.5", "EURUSD 2024-01-02 1.0943"), told());
    }

    @Test
    void shouldReadGzippedFilesWithEitherLineEnd() throws IOException {
        Path file = TestFiles.write(folder.resolve("DGS10.csv.gz"),
                TestFiles.gzip("date,value\r\n2024-01-02,3.95\r\n2024-01-03,-1e-2"));

        play(file);

        assertEquals(List.of("Y10 2024-01-02 3.95", "Y10 2024-01-03 -0.01"), told());
    }

    @Test
    void shouldTakeOnlyKnownFilesOfFolders() throws IOException {
        csv("MANIFEST.csv", "path,bytes\n");
        csv("t10y2y.csv", "Date,Spread\n2024-01-02,1\n");
        Path known = csv("T10Y2Y.csv", "date,value\n2024-01-02,-0.4\n");

        assertEquals(List.of(ImportInput.of(known)), ImportInput.of(List.of(folder)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5      | 1: the header of spx.csv must be 'date,Close'",
        "''     | 1: the header of spx.csv must be 'date,Close'",
        "day,Close\\n2024-01-02,1      | 1: the header of spx.csv must be 'date,Close'",
        "Date,Open\\n2024-01-02,1      | 1: the header of spx.csv must be 'date,Close'",
        "Date,Close\\n02.01.2024,1     | 2: a row must begin with a date such as 2023-10-13, begins with '02.01.2024'",
        "Date,Close\\n2024-02-30,1     | 2: a row must begin with a date",
        "Date,Close\\n2024-01-02,1\\n\\n2024-01-04,1 | 3: a row must begin with a date",
        "Date,Close\\n2024-01-02,1\\n2024-01-02,2    | 3: the date does not come after the one before it, 2024-01-02",
        "Date,Close\\n2024-01-03,1\\n2024-01-02,2    | 3: the date does not come after",
        "Date,Close\\n9999-01-03,1     | 2: the year of 9999-01-03 is not within",
        "Date,Close\\n2024-01-02       | 2: column 2 holds no finite number but '?'",
        "Date,Close\\n2024-01-02,NaN   | 2: column 2 holds no finite number but 'NaN'",
        "Date,Close\\n2024-01-02,1e999 | 2: column 2 holds no finite number but '1e999'",
        "Date,Close\\n2024-01-02,0x1p3 | 2: column 2 holds no finite number",
        "Date,Close\\n2024-01-02,\"4\" | 2: column 2 holds no finite number"})
    void shouldRefuseBadRowsWithFileAndLine(String content, String message) throws IOException {
        Path file = csv("spx.csv", content.replace("\\n", "\n"));

        String found = assertThrows(ImportException.class, () -> play(file)).getMessage();

        assertTrue(found.startsWith(file + ":" + message), found);
    }

    @Test
    void shouldRefuseBadRowsBehindTheEndOfTheMarketToo() throws IOException {
        Path bars = klines("BTCUSDT-1m-2024-01-05.zip", FRIDAY_MS, 1);
        Path file = csv("spx.csv", "Date,Close\n2024-01-04,1\n2024-01-08,2\nx\n");

        String found = assertThrows(ImportException.class, () -> play(bars, file)).getMessage();

        assertTrue(found.startsWith(file + ":4: a row must begin with a date"), found);
    }

    @Test
    void shouldRefuseUnknownTruncatedAndRepeatedFiles() throws IOException {
        Path unknown = csv("sp500.csv", "Date,Close\n2024-01-02,1\n");
        byte[] whole = TestFiles.gzip("date,value\n2024-01-02,3.95\n");
        Path cut = TestFiles.write(folder.resolve("DGS10.csv.gz"), Arrays.copyOf(whole, whole.length - 9));
        Path first = csv("spx.csv", "Date,Close\n2024-01-02,1\n");
        Path second = csv("more/spx.csv", "Date,Close\n2024-01-03,1\n");

        assertTrue(refusal(unknown).contains("no known series has a file of this name; known: CPIAUCSL.csv, "));
        assertTrue(refusal(cut).contains("truncated; fetch it again"));
        assertTrue(refusal(first, second).contains("the series SPX is given twice; join the files"));
        assertTrue(refusal(csv("vix.csv", "Date,Close\n2024-01-02,\n")).contains("hold no event in the wanted span"));
    }

    @Test
    void shouldRefuseSpansThatCannotBe() throws IOException {
        Path capture = TestFiles.capture(folder, "spot/btcusdt_20231114.gz",
                TestFiles.trade(1_700_000_000_000_000L, 1));
        LocalDate day = LocalDate.of(2024, 1, 5);
        ImportSpan bounded = ImportSpan.of(Optional.of(day), Optional.empty(), 0);

        assertThrows(ImportException.class, () -> ImportSpan.of(Optional.of(day), Optional.of(day), 0));
        assertThrows(ImportException.class, () -> ImportSpan.of(Optional.empty(), Optional.empty(), -1));
        assertThrows(ImportException.class, () -> ImportSpan.of(Optional.of(LocalDate.MAX), Optional.empty(), 0));
        assertTrue(assertThrows(ImportException.class,
                () -> Archive.of(ImportInput.of(List.of(capture)), TestInstruments.ALL, bounded)).getMessage()
                .contains("--from and --until cut klines and series only"));
    }

    @Test
    void shouldKnowAnImportAgainByItsSpanToo() throws IOException {
        List<ImportInput> inputs = ImportInput.of(List.of(klines("BTCUSDT-1m-2024-01-05.zip", FRIDAY_MS, 3),
                csv("spx.csv", "Date,Close\n2024-01-03,4\n2024-01-04,5\n")));
        JournalImport importer = new JournalImport(TestInstruments.ALL);
        Path journal = folder.resolve("journal");
        ImportSpan month = new ImportSpan(Long.MIN_VALUE, Long.MAX_VALUE, 30);

        assertFalse(importer.run(inputs, month, journal, ImportProgress.NONE).alreadyImported());

        assertTrue(importer.run(inputs, month, journal, ImportProgress.NONE).alreadyImported());
        assertEquals(5, importer.run(inputs, month, journal, ImportProgress.NONE).eventsInJournal());
        assertTrue(assertThrows(ImportException.class, () -> importer.run(inputs, journal, ImportProgress.NONE))
                .getMessage().contains("holds another span of these inputs (see import.yaml)"));
        assertThrows(ImportException.class,
                () -> importer.run(inputs, new ImportSpan(0, Long.MAX_VALUE, 30), journal, ImportProgress.NONE));
        JournalStatistics statistics = JournalStatistics.of(journal.resolve(JournalImport.INPUT_LOG));
        assertEquals(List.of(new JournalStatistics.SeriesCount("SPX", 2)), statistics.series());
        assertEquals(2, statistics.events("externalValue"));
        String manifest = Files.readString(journal.resolve("import.yaml"));
        assertTrue(manifest.contains("external:\n  SPX: 2\n"), manifest);
        assertTrue(manifest.contains("as: SPX SERIES\n"), manifest);
    }

    private ImportReport play(Path... files) {
        return Archive.of(ImportInput.of(List.of(files)), TestInstruments.ALL).play(events, ImportProgress.NONE,
                Path.of("none"));
    }

    private String refusal(Path... files) {
        return assertThrows(ImportException.class, () -> play(files)).getMessage();
    }

    private Path csv(String name, String content) throws IOException {
        return TestFiles.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private Path klines(String name, long openMs, int bars) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < bars; i++) {
            rows.append(TestFiles.bar(openMs + i * MINUTE_MS, MINUTE_MS, "100.0"));
        }
        return TestFiles.zip(folder.resolve(name), rows.toString());
    }

    private static long ms(long timeMs) {
        return timeMs * 1_000_000L;
    }

    private List<String> told() {
        return told(0).stream().map(line -> line.replaceAll(" @.*", "")).toList();
    }

    /** The events in words, times in minutes after {@code zeroMs}. */
    private List<String> told(long zeroMs) {
        ExternalValueDecoder decoder = new ExternalValueDecoder();
        return IntStream.range(0, events.size()).mapToObj(i -> {
            EventHeaderDecoder header = events.header(i);
            String at = " @" + (header.ingestTimeNs() - ms(zeroMs)) / 60_000_000_000L;
            if (header.templateId() != ExternalValueDecoder.TEMPLATE_ID) {
                return "kline" + at;
            }
            decoder.wrapAndApplyHeader(events.frame(i), 0, header);
            return ExternalSeries.of(decoder.seriesId()) + " "
                    + LocalDate.ofEpochDay(decoder.periodStartNs() / 86_400_000_000_000L) + " " + decoder.value() + at;
        }).toList();
    }
}
