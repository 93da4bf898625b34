package io.v11.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.event.BookDeltaEncoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeEncoder;

/** Frames to put into a journal: event n is a function of n alone, so that what is read can be checked without keeping it. */
final class TestEvents {
    static final long START_NS = 1_700_000_000_000_000_000L;

    private final UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(8192));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final BookDeltaEncoder delta = new BookDeltaEncoder();

    UnsafeBuffer frame() {
        return frame;
    }

    /** Trade with everything derived from {@code sequence}; returns its length. */
    int trade(long sequence) {
        trade.wrapAndApplyHeader(frame, 0, header);
        fillHeader(sequence);
        trade.tradeId(sequence * 3).priceE8(6_500_000_000_000L + sequence).quantityE8(sequence % 1000 + 1)
                .aggressor((sequence & 1) == 0 ? Side.BUY : Side.SELL);
        return EventHeaderEncoder.ENCODED_LENGTH + trade.encodedLength();
    }

    /** Book delta with {@code levels} bids and as many asks. */
    int delta(long sequence, int levels) {
        delta.wrapAndApplyHeader(frame, 0, header);
        fillHeader(sequence);
        delta.firstUpdateId(sequence).finalUpdateId(sequence + 1).previousUpdateId(-1);
        BookDeltaEncoder.BidsEncoder bids = delta.bidsCount(levels);
        for (int i = 0; i < levels; i++) {
            bids.next().priceE8(1_000_000_000L - i).quantityE8(sequence + i);
        }
        BookDeltaEncoder.AsksEncoder asks = delta.asksCount(levels);
        for (int i = 0; i < levels; i++) {
            asks.next().priceE8(1_000_000_001L + i).quantityE8(0);
        }
        return EventHeaderEncoder.ENCODED_LENGTH + delta.encodedLength();
    }

    private void fillHeader(long sequence) {
        header.sequence(sequence).ingestTimeNs(START_NS + sequence * 1000).venueTimeNs(START_NS + sequence * 1000 - 500)
                .instrument((int) (sequence % 3)).frameIndex(0).lastFrame(1);
    }

    /** Appends trades {@code from} to {@code to} and closes. */
    static void write(Path folder, long from, long to) {
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
            append(writer, from, to);
        }
    }

    static void append(JournalWriter writer, long from, long to) {
        TestEvents events = new TestEvents();
        for (long sequence = from; sequence <= to; sequence++) {
            writer.append(events.frame, 0, events.trade(sequence));
        }
    }

    /** Reads all, checks that record n is the trade with sequence n, and returns how many there were. */
    static long readTrades(Path folder) {
        TestEvents events = new TestEvents();
        long count = 0;
        try (JournalReader reader = JournalReader.open(folder)) {
            while (reader.next()) {
                count++;
                int length = events.trade(count);
                boolean same = reader.recordNumber() == count && reader.sequence() == count && reader.length() == length
                        && new UnsafeBuffer(reader.buffer(), reader.offset(), length)
                                .compareTo(new UnsafeBuffer(events.frame, 0, length)) == 0;
                if (!same) {
                    throw new AssertionError("record " + reader.recordNumber() + " is not the trade that was written");
                }
            }
        }
        return count;
    }

    static List<Long> sequences(Path folder) {
        List<Long> sequences = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(folder)) {
            while (reader.next()) {
                sequences.add(reader.sequence());
            }
        }
        return sequences;
    }
}
