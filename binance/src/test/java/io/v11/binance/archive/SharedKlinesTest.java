package io.v11.binance.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.binance.EventSink;
import io.v11.binance.TestInstruments;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.KlineDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The shared kline sets against the facts of their READMEs. */
class SharedKlinesTest {
    private static final EventSink NOBODY = (buffer, offset, length) -> {
    };
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long HOUR_NS = 60 * MINUTE_NS;

    @Test
    void shouldImportMonthOfMinutesOfTwoSymbolsInOrderOfTime() {
        Path set = SharedData.folder("binance-spot-klines-1m");
        List<Path> files = IntStream.rangeClosed(1, 31).boxed()
                .flatMap(day -> List.of("BTCUSDT", "SOLUSDT").stream()
                        .map(symbol -> set.resolve("%s/%s-1m-2023-10-%02d.zip".formatted(symbol, symbol, day))))
                .toList();
        KlineDecoder kline = new KlineDecoder();
        EventHeaderDecoder header = new EventHeaderDecoder();
        long[] seen = new long[3];

        ImportReport report = play(files, (buffer, offset, length) -> {
            kline.wrapAndApplyHeader(buffer, offset, header);
            seen[0] += header.ingestTimeNs() == kline.openTimeNs() + MINUTE_NS ? 0 : 1;
            seen[1] += header.ingestTimeNs() < seen[2] ? 1 : 0;
            seen[2] = header.ingestTimeNs();
        });

        assertEquals(0, seen[0], "bars that are visible before they are finished");
        assertEquals(0, seen[1], "steps back in time");
        assertEquals(2 * 31 * 1440, report.messages("kline"));
        assertEquals(List.of("BTCUSDT.SPOT 1m", "SOLUSDT.SPOT 1m"),
                report.series().stream().map(ImportReport.Series::name).toList());
        report.series().forEach(series -> assertEquals(0, series.gapCount()));
        assertEquals(1_696_118_400_000_000_000L + MINUTE_NS, report.firstTimeNs());
    }

    @Test
    void shouldReportTheMinutesOfTheExchangeHalt() {
        Path set = SharedData.folder("binance-spot-klines-1m-stress");

        ImportReport.Series btc = play(List.of(set.resolve("BTCUSDT/BTCUSDT-1m-2023-03-24.zip")), NOBODY).series()
                .getFirst();

        assertEquals(1360, btc.bars());
        assertEquals(80, btc.missingBars());
        assertEquals(1_679_661_600_000_000_000L, btc.gaps().getFirst().fromNs(), "2023-03-24 12:40 UTC");
        assertEquals(1_679_666_400_000_000_000L, btc.gaps().getFirst().toNs(), "14:00");
    }

    @Test
    void shouldReportTheHoleInTheArchive() {
        Path arb = SharedData.folder("binance-spot-klines-1m-stress").resolve("ARBUSDT");

        ImportReport.Series series = play(List.of(arb.resolve("ARBUSDT-1m-2023-07-27.zip"),
                arb.resolve("ARBUSDT-1m-2023-07-28.zip")), NOBODY).series().getFirst();

        assertEquals(230 + 1440, series.bars());
        assertEquals(1210, series.missingBars());
        assertEquals(1, series.gapCount());
    }

    @Test
    void shouldImportAllStressDays() {
        ImportReport report = play(List.of(SharedData.folder("binance-spot-klines-1m-stress")), NOBODY);

        assertEquals(3 * 14 * 1440 + 4 * 1360 + 230 + 1440, report.messages("kline"));
    }

    @Test
    void shouldImportHoursFromRestAnswers() {
        Path btc = SharedData.folder("binance-spot-klines-1h").resolve("BTCUSDT");
        KlineDecoder kline = new KlineDecoder();
        EventHeaderDecoder header = new EventHeaderDecoder();
        long[] halt = new long[2];

        ImportReport report = play(List.of(btc), (buffer, offset, length) -> {
            kline.wrapAndApplyHeader(buffer, offset, header);
            if (kline.openTimeNs() == 1_679_659_200_000_000_000L) {
                halt[0] = kline.closeTimeNs();
                halt[1] = header.ingestTimeNs();
            }
        });

        ImportReport.Series series = report.series().getFirst();
        assertEquals("BTCUSDT.SPOT 1h", series.name());
        assertEquals(18_263, series.bars());
        assertEquals(1, series.missingBars());
        assertEquals(1_679_662_800_000_000_000L, series.gaps().getFirst().fromNs(), "2023-03-24 13:00 UTC");
        // The bar of 12:00 was cut short at 12:39:4x; it still is not visible before 13:00.
        assertEquals(39, (halt[0] - 1_679_659_200_000_000_000L) / MINUTE_NS);
        assertEquals(1_679_659_200_000_000_000L + HOUR_NS, halt[1]);
    }

    @Test
    void shouldGiveTheSameBarsFromBothSources() {
        Path rest = SharedData.folder("binance-spot-klines-1h").resolve("BTCUSDT/2022-01-01.json.gz");
        long[] turnover = new long[2];
        KlineDecoder kline = new KlineDecoder();
        EventHeaderDecoder header = new EventHeaderDecoder();

        ImportInput said = new ImportInput(rest, Optional.of("btcusdt"), Optional.empty(), Optional.of("1h"));
        Archive.of(List.of(said), TestInstruments.ALL).play((buffer, offset, length) -> {
            kline.wrapAndApplyHeader(buffer, offset, header);
            if (turnover[1]++ == 0) {
                turnover[0] = kline.openE8();
            }
        }, ImportProgress.NONE, Path.of("none"));

        assertEquals(31 * 24, turnover[1]);
        assertEquals(4_621_693_000_000L, turnover[0], "open of 2022-01-01 00:00 was 46216.93");
    }

    private static ImportReport play(List<Path> paths, EventSink sink) {
        return Archive.of(ImportInput.of(paths), TestInstruments.ALL).play(sink, ImportProgress.NONE, Path.of("none"));
    }
}
