package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Profile.JournalSettings.Durability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalToolsTest {
    @TempDir
    Path folder;

    /** Every tenth event is a book delta with three levels a side, the rest are trades. */
    private void writeMixed(int count) {
        TestEvents events = new TestEvents();
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
            for (int sequence = 1; sequence <= count; sequence++) {
                int length = sequence % 10 == 0 ? events.delta(sequence, 3) : events.trade(sequence);
                writer.append(events.frame(), 0, length);
            }
        }
    }

    @Test
    void shouldCountByMessageAndInstrument() {
        writeMixed(3000);

        JournalStatistics statistics = JournalStatistics.of(folder);

        assertEquals(3000, statistics.events());
        assertEquals(2700, statistics.events("trade"));
        assertEquals(300, statistics.events("bookDelta"));
        assertEquals(6, statistics.counts().size());
        assertEquals(new JournalStatistics.Count("trade", 0, 900, 900, 900 * 65), statistics.counts().getFirst());
        assertEquals(2700 * 65 + 300 * (40 + 24 + 8 + 96), statistics.eventBytes());
        assertEquals(1, statistics.firstSequence());
        assertEquals(3000, statistics.lastSequence());
        assertEquals(TestEvents.START_NS + 1000, statistics.firstTimeNs());
        assertEquals(TestEvents.START_NS + 3_000_000, statistics.lastTimeNs());
        assertTrue(statistics.bytesPerEvent() > 75 && statistics.bytesPerEvent() < 250,
                "" + statistics.bytesPerEvent());
    }

    @Test
    void shouldReportAnIntactLog() {
        writeMixed(3000);

        VerificationReport report = JournalVerifier.verify(folder);

        assertEquals(VerificationReport.Status.INTACT, report.status(), report.detail());
        assertEquals(3000, report.events());
        assertEquals(Map.of("trade", 2700L, "bookDelta", 300L), report.counts());
        assertEquals(3, report.links());
        assertEquals(3000, report.chainedRecord());
        assertEquals(3000, report.acknowledged());
        assertEquals(0, report.firstBadRecord());
        assertEquals("", report.remedy());
    }

    @Test
    void shouldGiveEqualLogsEqualHashesAndOthersOthers() {
        TestEvents.write(folder.resolve("a"), 1, 1500);
        TestEvents.write(folder.resolve("b"), 1, 700);
        TestEvents.write(folder.resolve("b"), 701, 1500);
        TestEvents.write(folder.resolve("c"), 2, 1501);

        long hash = JournalVerifier.verify(folder.resolve("a")).chainHash();

        assertEquals(hash, JournalVerifier.verify(folder.resolve("b")).chainHash());
        assertTrue(hash != JournalVerifier.verify(folder.resolve("c")).chainHash());
    }

    @Test
    void shouldReportDamageWithoutTouchingAnything() throws IOException {
        writeMixed(3000);
        Damage damage = new Damage(folder);
        damage.flipBit(damage.positionOf(1777) + 30, 0);
        byte[] before = Files.readAllBytes(damage.part());

        VerificationReport report = JournalVerifier.verify(folder);

        assertEquals(VerificationReport.Status.CORRUPT, report.status());
        assertEquals(1776, report.events());
        assertEquals(1776, report.lastSequence());
        assertEquals(1777, report.firstBadRecord());
        assertEquals(1777, report.firstBadSequence());
        assertTrue(report.detail().contains("CRC32C differs"), report.detail());
        assertEquals("v11 journal repair " + folder + " --to 1776", report.remedy());
        assertArrayEquals(before, Files.readAllBytes(damage.part()));
    }

    @Test
    void shouldReportAMissingHighWaterMark() throws IOException {
        writeMixed(100);
        Files.delete(folder.resolve(LogFolder.HIGH_WATER));

        VerificationReport report = JournalVerifier.verify(folder);

        assertEquals(VerificationReport.Status.CORRUPT, report.status());
        assertEquals(100, report.events());
        assertTrue(report.detail().contains("high-water mark"), report.detail());
    }

    @Test
    void shouldRepairIntoANewLogAndKeepTheOld() throws IOException {
        Path log = folder.resolve("input");
        TestEvents.write(log, 1, 3000);
        Damage damage = new Damage(log);
        damage.zero(damage.positionOf(2000), 4096);
        byte[] before = Files.readAllBytes(damage.part());
        JournalCorruptException refused = assertThrows(JournalCorruptException.class, () -> TestEvents.sequences(log));

        JournalRepair.Result kept = JournalRepair.repair(log, refused.lastGoodSequence(),
                JournalRepair.defaultTarget(log));

        assertEquals(folder.resolve("input.repaired"), kept.folder());
        assertEquals(1999, kept.records());
        assertEquals(1999, TestEvents.readTrades(kept.folder()));
        assertEquals(VerificationReport.Status.INTACT, JournalVerifier.verify(kept.folder()).status());
        assertArrayEquals(before, Files.readAllBytes(damage.part()));
        TestEvents.write(kept.folder(), 2000, 2100);
        assertEquals(2100, TestEvents.readTrades(kept.folder()));
    }

    @Test
    void shouldRefuseToRepairBeyondTheDamageOrOntoAJournal() throws IOException {
        Path log = folder.resolve("input");
        TestEvents.write(log, 1, 100);
        Damage damage = new Damage(log);
        damage.flipBit(damage.positionOf(50) + 20, 1);

        JournalException beyond = assertThrows(JournalException.class,
                () -> JournalRepair.repair(log, 50, folder.resolve("new")));
        assertTrue(beyond.getMessage().contains("--to 49"), beyond.getMessage());
        assertThrows(JournalException.class, () -> JournalRepair.repair(log, 49, log));
    }

    @Test
    void shouldSayWhatIsMissingWhenThereIsNoJournal() {
        for (JournalException refused : List.of(
                assertThrows(JournalException.class, () -> JournalReader.open(folder)),
                assertThrows(JournalException.class, () -> JournalVerifier.verify(folder.resolve("nowhere"))))) {
            assertTrue(refused.getMessage().startsWith("no journal in "), refused.getMessage());
        }
    }

    @Test
    void shouldReadWhileTheWriterAppends() {
        TestEvents events = new TestEvents();
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS);
                JournalReader reader = JournalReader.open(folder)) {
            for (int sequence = 1; sequence <= 5000; sequence++) {
                assertTrue(!reader.next());
                writer.append(events.frame(), 0, events.trade(sequence));
                assertTrue(reader.next());
                assertEquals(sequence, reader.sequence());
            }
        }
    }
}
