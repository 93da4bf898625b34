package io.v11.binance.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.binance.EventSink;
import io.v11.binance.TestInstruments;
import io.v11.journal.event.EventHeaderDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every shared capture against the counts of its README. */
class SharedCapturesTest {
    private static final String SET = "binance-l2-raw";
    private static final EventSink NOBODY = (buffer, offset, length) -> {
    };

    @ParameterizedTest
    @CsvSource({"spot/nexousdt_20240723.dat.gz,1188,437,178,0,1", "spot/nexousdt_20240724.dat.gz,66994,33000,12280,0,0",
        "spot/btcusdt_20230405.dat.gz,3929,8015,3144,0,0", "usdm/btcusdt_20230404.dat.gz,4322,6765,2197,99,1",
        "usdm/btcusdt_20230405.dat.gz,11788,37440,10738,415,0", "spot/btcusdt_20240808.gz,3451,28040,9757,0,1",
        "spot/ethusdt_20240808.gz,3434,24077,6106,0,1", "usdm/btcusdt_20240808.gz,6551,66089,21313,0,1"})
    void shouldCountWhatTheReadmeCounts(String file, long depth, long bookTicker, long trade, long markPrice,
            long snapshot) {
        ImportReport report = play(List.of(SharedData.folder(SET).resolve(file)), NOBODY);

        assertEquals(1, report.instruments().size());
        assertEquals(depth, report.messages("bookDelta"));
        assertEquals(bookTicker, report.messages("bestBidAsk"));
        assertEquals(trade, report.messages("trade"));
        assertEquals(markPrice, report.messages("markPrice"));
        assertEquals(snapshot, report.messages("bookSnapshot"));
        ImportReport.Feed feed = report.instruments().getFirst();
        assertEquals(snapshot == 1, feed.snapshot());
        assertEquals(0, feed.depthGaps());
        assertEquals(0, feed.tradeGaps());
        assertEquals(0, report.clampedTimes());
        assertEquals(Map.of(), report.skipped());
        assertEquals(file.startsWith("usdm"), feed.instrument().endsWith(".USDM"));
    }

    @Test
    void shouldSayThatNoBookCanBeBuiltWithoutSnapshot() {
        Path file = SharedData.folder(SET).resolve("spot/btcusdt_20230405.dat.gz");

        List<String> lines = play(List.of(file), NOBODY).lines();

        assertTrue(lines.contains("    no depth snapshot: no full book can be built from this input"),
                lines.toString());
    }

    @Test
    void shouldMergeAllCapturesInOrderOfTime() {
        List<Path> all = new ArrayList<>(List.of(SharedData.folder(SET)));
        EventHeaderDecoder header = new EventHeaderDecoder();
        long[] state = new long[2];

        ImportReport report = play(all, (buffer, offset, length) -> {
            header.wrap(buffer, offset);
            state[1] += header.ingestTimeNs() < state[0] ? 1 : 0;
            state[0] = header.ingestTimeNs();
        });

        assertEquals(0, state[1]);
        assertEquals(1804 + 112_274 + 15_088 + 13_384 + 60_381 + 41_249 + 33_618 + 93_954,
                report.instruments().stream().flatMap(feed -> feed.messages().values().stream()).mapToLong(n -> n)
                        .sum());
        assertEquals(List.of("BTCUSDT.SPOT", "ETHUSDT.SPOT", "NEXOUSDT.SPOT", "BTCUSDT.USDM"),
                report.instruments().stream().map(ImportReport.Feed::instrument).toList());
        // The two NEXOUSDT files are one stream: not a single update is lost between them.
        assertEquals(0, report.instruments().get(2).depthGaps());
        assertEquals(1_680_652_700_423_575_000L, report.firstTimeNs());
    }

    @Test
    void shouldTolerateNegativeLatencies() {
        ImportReport report = play(List.of(SharedData.folder(SET).resolve("spot/ethusdt_20240808.gz")), NOBODY);

        // The recorder's clock was 1.27 s slow: every message with a venue time has a negative latency.
        assertEquals(3434 + 6106, report.instruments().getFirst().negativeLatencies());
    }

    private static ImportReport play(List<Path> paths, EventSink sink) {
        return Archive.of(ImportInput.of(paths), TestInstruments.ALL).play(sink, ImportProgress.NONE, Path.of("none"));
    }
}
