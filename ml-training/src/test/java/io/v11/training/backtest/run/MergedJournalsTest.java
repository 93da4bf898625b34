package io.v11.training.backtest.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.ConfigurationException;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.engine.play.Span;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeEncoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MergedJournalsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldMergeByTimeAndGiveTheFirstNamedPrecedence() {
        Path left = journal("left", 0, 10, 20, 30);
        Path right = journal("right", 1, 5, 20, 25);

        assertEquals(6, MergedJournals.write(List.of(left, right), folder.resolve("both")));

        assertEquals(List.of("1: 1 at 5", "2: 0 at 10", "3: 0 at 20", "4: 1 at 20", "5: 1 at 25", "6: 0 at 30"),
                read(folder.resolve("both")));
    }

    @Test
    void shouldTellWhatAJournalHolds() {
        Path left = journal("left", 0, 10, 20, 30);
        MarketJournal market = MarketJournal.read(left);

        assertEquals(10, market.firstNs());
        assertEquals(30, market.lastNs());
        assertEquals(List.of(0), market.instruments());
        assertEquals(64, market.digest().length());
        assertEquals(new Span(20, 31), market.covered(new Span(20, Long.MAX_VALUE)));
    }

    @Test
    void shouldRefuseARangeWithoutData() {
        MarketJournal market = MarketJournal.read(journal("left", 0, 10, 20));

        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> market.covered(new Span(21, 99)));

        assertTrue(failure.getMessage().contains("no data in the range"), failure.getMessage());
    }

    @Test
    void shouldRefuseAFolderThatIsNoJournal() {
        assertTrue(assertThrows(ConfigurationException.class, () -> MarketJournal.read(folder)).getMessage()
                .contains("v11 import"));
    }

    private Path journal(String name, int instrument, long... timesNs) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        EventHeaderEncoder header = new EventHeaderEncoder();
        TradeEncoder trade = new TradeEncoder();
        try (JournalWriter writer = JournalWriter.open(folder.resolve(name).resolve("input"), Durability.OS)) {
            for (int i = 0; i < timesNs.length; i++) {
                trade.wrapAndApplyHeader(buffer, 0, header).tradeId(i).priceE8(1).quantityE8(1).aggressor(Side.BUY);
                header.sequence(i + 1L).ingestTimeNs(timesNs[i]).venueTimeNs(0).instrument(instrument).frameIndex(0)
                        .lastFrame(1);
                writer.append(buffer, 0, EventHeaderEncoder.ENCODED_LENGTH + trade.encodedLength());
            }
        }
        return folder.resolve(name);
    }

    private static List<String> read(Path journal) {
        List<String> events = new ArrayList<>();
        EventHeaderDecoder header = new EventHeaderDecoder();
        try (JournalReader reader = JournalReader.open(journal.resolve("input"))) {
            while (reader.next()) {
                header.wrap(reader.buffer(), reader.offset());
                events.add(header.sequence() + ": " + header.instrument() + " at " + header.ingestTimeNs());
            }
        }
        return events;
    }
}
