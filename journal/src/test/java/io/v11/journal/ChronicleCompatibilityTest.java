package io.v11.journal;

import java.nio.file.Path;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Profile.JournalSettings.Durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChronicleCompatibilityTest {
    @TempDir
    Path folder;

    @Test
    void shouldShowChroniclesTailerTheSameRecordsAsOurReader() {
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS, 40_000)) {
            TestEvents.append(writer, 1, 100_000);
        }

        long events = 0;
        try (ChronicleQueue queue = ChronicleQueue.singleBuilder(folder).rollCycle(RollCycles.FAST_DAILY).build();
                ExcerptTailer tailer = queue.createTailer();
                JournalReader reader = JournalReader.open(folder)) {
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        break;
                    }
                    Bytes<?> bytes = document.wire().bytes();
                    long start = bytes.readPosition();
                    if (bytes.readByte(start + RecordLayout.TYPE_OFFSET) == RecordLayout.EVENT) {
                        assertTrue(reader.next());
                        assertEquals(bytes.readLong(start + RecordLayout.NUMBER_OFFSET), reader.recordNumber());
                        assertEquals(bytes.readRemaining(), reader.length() + RecordLayout.OVERHEAD);
                        assertEquals(bytes.readInt(start + RecordLayout.PAYLOAD_OFFSET + 60),
                                reader.buffer().getInt(reader.offset() + 60));
                        events++;
                    }
                }
            }
        }

        assertEquals(100_000, events);
    }
}
