package io.v11.binance.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.v11.binance.TestInstruments;
import io.v11.config.ExternalSeries;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.ExternalValueDecoder;
import io.v11.journal.event.KlineDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The shared daily and macro series as a reader of the journal sees them. */
class SharedSeriesImportTest {
    private static final List<String> SETS = List.of("cross-market-daily", "crypto-sentiment-daily", "macro-fred");
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long LAST_ROW_NS = LocalDate.of(2024, 1, 31).toEpochDay() * DAY_NS;

    /** What an event says. */
    private record Value(ExternalSeries series, LocalDate period, double value, long timeNs) {
    }

    @Test
    void shouldBringEveryRowOfEverySeriesAtItsPublication() throws IOException {
        List<Value> seen = new ArrayList<>();

        ImportReport report = play(folders(), ImportSpan.ALL, seen);

        assertEquals(ExternalSeries.count(), report.external().size());
        long rows = 0;
        for (ExternalSeries series : ExternalSeries.values()) {
            List<Value> expected = rows(series);
            List<Value> found = seen.stream().filter(value -> value.series() == series).toList();
            assertEquals(expected, found, series.name());
            assertEquals(expected.getFirst().timeNs(), report.external().get(series.id()).firstPublishedNs());
            assertEquals(expected.getLast().timeNs(), report.external().get(series.id()).lastPublishedNs());
            rows += expected.size();
        }
        assertEquals(rows, report.eventsAdded());
        assertEquals(0, report.clampedTimes());
        assertEquals(480, report.external().get(ExternalSeries.Y10.id()).empty(), "as the README counts");
    }

    /** At every hour of October 2023, what was seen last is what a person could have looked up then. */
    @Test
    void shouldShowOnlyWhatWasPublishedWhenABarCloses() {
        List<Path> inputs = new ArrayList<>(folders());
        inputs.add(SharedData.folder("binance-spot-klines-1h").resolve("BTCUSDT"));
        ImportSpan october = ImportSpan.of(Optional.of(LocalDate.of(2023, 10, 1)),
                Optional.of(LocalDate.of(2023, 11, 1)), ImportSpan.SERIES_LOOKBACK_DAYS);
        LocalDate[] visible = new LocalDate[ExternalSeries.count()];
        List<String> changes = new ArrayList<>();
        List<ExternalSeries> watched = List.of(ExternalSeries.UNRATE, ExternalSeries.CPI, ExternalSeries.M2);
        EventHeaderDecoder header = new EventHeaderDecoder();
        KlineDecoder kline = new KlineDecoder();
        ExternalValueDecoder external = new ExternalValueDecoder();
        LocalDate[] atClose = new LocalDate[ExternalSeries.count()];
        long[] bars = new long[1];

        ImportReport report = Archive.of(ImportInput.of(inputs), TestInstruments.ALL, october)
                .play((buffer, offset, length) -> {
                    header.wrap(buffer, offset);
                    if (header.templateId() == ExternalValueDecoder.TEMPLATE_ID) {
                        external.wrapAndApplyHeader(buffer, offset, header);
                        visible[external.seriesId()] = LocalDate.ofEpochDay(external.periodStartNs() / DAY_NS);
                        return;
                    }
                    kline.wrapAndApplyHeader(buffer, offset, header);
                    bars[0]++;
                    for (ExternalSeries series : ExternalSeries.values()) {
                        assertTrue(series.publishedNs(visible[series.id()]) <= header.ingestTimeNs(), series.name());
                        if (watched.contains(series) && atClose[series.id()] != null
                                && !atClose[series.id()].equals(visible[series.id()])) {
                            changes.add(series + " " + visible[series.id()] + " "
                                    + Instant.ofEpochSecond(header.ingestTimeNs() / 1_000_000_000L));
                        }
                        atClose[series.id()] = visible[series.id()];
                    }
                }, ImportProgress.NONE, Path.of("none"));

        assertEquals(31 * 24, bars[0]);
        assertEquals(List.of("UNRATE 2023-09-01 2023-10-06T14:00:00Z", "CPI 2023-09-01 2023-10-16T00:00:00Z",
                "M2 2023-09-01 2023-10-25T00:00:00Z"), changes);
        assertTrue(report.firstTimeNs() > LocalDate.of(2022, 5, 18).toEpochDay() * DAY_NS, "500 days before");
        assertEquals(LocalDate.of(2023, 11, 1).toEpochDay() * DAY_NS, report.lastTimeNs());
        assertTrue(report.external().stream().allMatch(one -> one.values() >= 5), report.external().toString());
    }

    private static List<Path> folders() {
        return SETS.stream().map(SharedData::folder).toList();
    }

    private static ImportReport play(List<Path> paths, ImportSpan span, List<Value> seen) {
        EventHeaderDecoder header = new EventHeaderDecoder();
        ExternalValueDecoder decoder = new ExternalValueDecoder();
        long[] last = {Long.MIN_VALUE};
        return Archive.of(ImportInput.of(paths), TestInstruments.ALL, span).play((buffer, offset, length) -> {
            decoder.wrapAndApplyHeader(buffer, offset, header);
            assertTrue(header.ingestTimeNs() >= last[0], "time goes back");
            last[0] = header.ingestTimeNs();
            seen.add(new Value(ExternalSeries.of(decoder.seriesId()),
                    LocalDate.ofEpochDay(decoder.periodStartNs() / DAY_NS), decoder.value(), header.ingestTimeNs()));
        }, ImportProgress.NONE, Path.of("none"));
    }

    /** The file read in the plainest way. */
    private static List<Value> rows(ExternalSeries series) throws IOException {
        Path file = folders().stream().map(folder -> folder.resolve(series.fileName())).filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try (Stream<String> lines = Files.lines(file)) {
            List<Value> rows = lines.skip(1).map(line -> line.split(",")).filter(cells -> cells.length > 1)
                    .map(cells -> new Value(series, LocalDate.parse(cells[0]), Double.parseDouble(cells[1]),
                            series.publishedNs(LocalDate.parse(cells[0]))))
                    .toList();
            assertTrue(rows.getLast().period().toEpochDay() * DAY_NS <= LAST_ROW_NS, Arrays.toString(rows.toArray()));
            return rows;
        }
    }
}
