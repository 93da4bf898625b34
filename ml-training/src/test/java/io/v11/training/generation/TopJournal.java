package io.v11.training.generation;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.BestBidAskEncoder;
import io.v11.journal.event.BookSnapshotEncoder;
import io.v11.journal.event.EventHeaderEncoder;

/** Tops of two instruments that wander at random, some of them within one second, as a journal. */
final class TopJournal {
    static final Instruments INSTRUMENTS = new Instruments(List.of(instrument(0, "BTCUSDT"), instrument(1, "ETHUSDT")));
    private static final long STEP_NS = 170_000_000L;

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[2048]);
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final Random random;
    private final JournalWriter writer;
    private long sequence;

    private TopJournal(long seed, JournalWriter writer) {
        random = new Random(seed);
        this.writer = writer;
    }

    private static Instrument instrument(int id, String symbol) {
        Decimal one = Decimal.parse("1");
        return new Instrument(id, symbol, Instrument.Market.SPOT, Decimal.parse("0.00000001"), one, one, 10, 10, one,
                one);
    }

    static void write(Path log, long seed, int events) {
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            new TopJournal(seed, writer).write(events);
        }
    }

    private void write(int events) {
        long[] bids = {1000, 5000};
        for (int id = 0; id < bids.length; id++) {
            int offset = begin(0, id, BookSnapshotEncoder.TEMPLATE_ID, BookSnapshotEncoder.BLOCK_LENGTH);
            BookSnapshotEncoder snapshot = new BookSnapshotEncoder().wrap(frame, offset).lastUpdateId(1);
            snapshot.bidsCount(1).next().priceE8(bids[id]).quantityE8(500);
            snapshot.asksCount(1).next().priceE8(bids[id] + 2).quantityE8(500);
            writer.append(frame, 0, offset + snapshot.encodedLength());
        }
        for (int i = 1; i <= events; i++) {
            int id = random.nextInt(bids.length);
            bids[id] += random.nextInt(3) - 1;
            int offset = begin(i * STEP_NS, id, BestBidAskEncoder.TEMPLATE_ID, BestBidAskEncoder.BLOCK_LENGTH);
            BestBidAskEncoder best = new BestBidAskEncoder().wrap(frame, offset).updateId(1 + i).bidPriceE8(bids[id])
                    .bidQuantityE8(1 + random.nextInt(900)).askPriceE8(bids[id] + 2)
                    .askQuantityE8(1 + random.nextInt(900));
            writer.append(frame, 0, offset + best.encodedLength());
        }
    }

    private int begin(long timeNs, int instrument, int template, int blockLength) {
        header.wrap(frame, 0).blockLength(blockLength).templateId(template).schemaId(11).version(1)
                .sequence(++sequence).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(instrument).frameIndex(0)
                .lastFrame(1);
        return EventHeaderEncoder.ENCODED_LENGTH;
    }
}
