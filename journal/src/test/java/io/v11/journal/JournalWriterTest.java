package io.v11.journal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.Limits;
import io.v11.config.Profile.JournalSettings.Durability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Durability.class)
    void shouldReadBackWhatWasAppendedAtEveryDurability(Durability durability) {
        try (JournalWriter writer = JournalWriter.open(folder, durability)) {
            TestEvents.append(writer, 1, 300);

            assertEquals(300, writer.lastRecord());
            assertEquals(300, writer.lastSequence());
        }

        assertEquals(300, TestEvents.readTrades(folder));
        try (HighWaterMark mark = HighWaterMark.read(folder)) {
            assertEquals(300, mark.record());
            assertEquals(300, mark.sequence());
            assertEquals(durability == Durability.OS ? 0 : 300, mark.syncedRecord());
        }
    }

    @Test
    void shouldSyncEveryEventOrEverySixtyFourOrNever() {
        assertEquals(0, syncedAfter(Durability.OS, 100));
        assertEquals(65, syncedAfter(Durability.BATCH, 100));
        assertEquals(100, syncedAfter(Durability.EVENT, 100));
    }

    private long syncedAfter(Durability durability, int events) {
        Path log = folder.resolve(durability.name());
        try (JournalWriter writer = JournalWriter.open(log, durability); HighWaterMark mark = HighWaterMark.read(log)) {
            TestEvents.append(writer, 1, events);
            return mark.syncedRecord();
        }
    }

    @Test
    void shouldSyncABatchAfterFiveMillisecondsOfEventTime() {
        TestEvents events = new TestEvents();
        try (JournalWriter writer = JournalWriter.open(folder, Durability.BATCH);
                HighWaterMark mark = HighWaterMark.read(folder)) {
            TestEvents.append(writer, 1, 2);
            assertEquals(1, mark.syncedRecord());

            // Event n is stamped n microseconds after the start.
            writer.append(events.frame(), 0, events.trade(5_001));
            assertEquals(3, mark.syncedRecord());
        }
    }

    @Test
    void shouldContinueNumberingAfterReopening() {
        for (int opening = 0; opening < 5; opening++) {
            try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
                assertEquals(opening * 700L, writer.recovery().lastRecord());
                assertFalse(writer.recovery().tornTail());
                TestEvents.append(writer, opening * 700L + 1, opening * 700L + 700);
            }
        }

        assertEquals(3500, TestEvents.readTrades(folder));
    }

    @Test
    void shouldChangeNothingWhenOpenedAndClosedWithoutAppending() throws Exception {
        TestEvents.write(folder, 1, 2000);
        byte[] before = Files.readAllBytes(LogFolder.parts(folder).getFirst());

        for (int opening = 0; opening < 3; opening++) {
            JournalWriter.open(folder, Durability.OS).close();
        }

        assertEquals(2000, TestEvents.readTrades(folder));
        assertArrayEquals(before,
                Files.readAllBytes(LogFolder.parts(folder).getFirst()));
    }

    @Test
    void shouldRefuseASecondWriter() {
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
            JournalException refused = assertThrows(JournalException.class,
                    () -> JournalWriter.open(folder, Durability.OS));

            assertTrue(refused.getMessage().contains("another writer"), refused.getMessage());
            TestEvents.append(writer, 1, 1);
        }
    }

    @Test
    void shouldRefuseFramesThatAreTooShortOrTooLong() {
        TestEvents events = new TestEvents();
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
            assertThrows(IllegalArgumentException.class,
                    () -> writer.append(events.frame(), 0, Limits.HEADER_BYTES - 1));
            assertThrows(IllegalArgumentException.class,
                    () -> writer.append(events.frame(), 0, Limits.CONCLUSION_BYTES + 1));

            assertEquals(1, writer.append(events.frame(), 0, Limits.CONCLUSION_BYTES));
        }
    }

    @Test
    void shouldRefuseToAppendAfterClosing() {
        JournalWriter writer = JournalWriter.open(folder, Durability.OS);
        writer.close();

        assertThrows(JournalException.class, () -> TestEvents.append(writer, 1, 1));
    }

    @Test
    void shouldContinueInANewPartWhenOneIsFull() {
        long events = 0;
        for (int opening = 0; opening < 3; opening++) {
            try (JournalWriter writer = JournalWriter.open(folder, Durability.BATCH, 1500)) {
                TestEvents.append(writer, events + 1, events + 2500);
                events += 2500;
            }
        }

        assertEquals(7500, TestEvents.readTrades(folder));
        assertEquals(5, LogFolder.parts(folder).size());
    }

    @Test
    void shouldGiveBackUnusedSpaceWhenClosed() throws Exception {
        TestEvents.write(folder, 1, 1000);

        assertTrue(Files.size(LogFolder.parts(folder).getFirst()) < 1 << 20);
    }
}
