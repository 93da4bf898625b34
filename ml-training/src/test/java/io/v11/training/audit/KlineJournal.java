package io.v11.training.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.KlineEncoder;

/** Minutes of a random walk as a journal of klines. */
final class KlineJournal {
    static final Instruments INSTRUMENTS = new Instruments(List.of(new Instrument(0, "BTCUSDT", Instrument.Market.SPOT,
            Decimal.parse("0.01"), Decimal.parse("0.00001"), Decimal.parse("1"), 10, 10, Decimal.parse("1"),
            Decimal.parse("1"))));
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = 1_690_848_000_000_000_000L;

    private KlineJournal() {
    }

    static void write(Path log, long seed, int minutes) {
        Random random = new Random(seed);
        UnsafeBuffer frame = new UnsafeBuffer(new byte[512]);
        EventHeaderEncoder header = new EventHeaderEncoder();
        KlineEncoder kline = new KlineEncoder();
        long close = 30_000_00000000L;
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            for (int minute = 0; minute < minutes; minute++) {
                long open = close;
                close += random.nextInt(2_001) * 1_000_000L - 1_000_000_000L;
                long volume = 1 + random.nextInt(1_000_000_000);
                long openNs = START_NS + minute * MINUTE_NS;
                kline.wrapAndApplyHeader(frame, 0, header).openTimeNs(openNs).closeTimeNs(openNs + MINUTE_NS - 1)
                        .intervalNs(MINUTE_NS).openE8(open).highE8(Math.max(open, close) + random.nextInt(500_000_000))
                        .lowE8(Math.min(open, close) - random.nextInt(500_000_000)).closeE8(close).volumeE8(volume)
                        .quoteVolumeE8(30_000L * volume).trades(volume % 100).takerBuyVolumeE8(volume / 3)
                        .takerBuyQuoteVolumeE8(10_000L * volume);
                header.sequence(minute + 1L).ingestTimeNs(openNs + MINUTE_NS).venueTimeNs(openNs + MINUTE_NS)
                        .instrument(0).frameIndex(0).lastFrame((short) 1);
                writer.append(frame, 0, EventHeaderEncoder.ENCODED_LENGTH + KlineEncoder.BLOCK_LENGTH);
            }
        }
    }
}
