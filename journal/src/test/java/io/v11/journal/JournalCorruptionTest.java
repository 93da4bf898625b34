package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Profile.JournalSettings.Durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalCorruptionTest {
    private static final int EVENTS = 3000;

    @TempDir
    Path folder;
    private Damage damage;

    @BeforeEach
    void writeLog() {
        TestEvents.write(folder, 1, EVENTS);
        damage = new Damage(folder);
    }

    @Test
    void shouldRefuseAFlippedBitAndNameRecordAndRemedy() throws IOException {
        damage.flipBit(damage.positionOf(1234) + RecordLayout.PAYLOAD_OFFSET + 50, 3);

        JournalCorruptException refused = refusedByWriterAndReader();

        assertEquals(1234, refused.firstBadRecord());
        assertEquals(1234, refused.firstBadSequence());
        assertEquals(1233, refused.lastGoodRecord());
        assertEquals(1233, refused.lastGoodSequence());
        assertTrue(refused.getMessage().contains("v11 journal repair " + folder + " --to 1233"), refused.getMessage());
    }

    @Test
    void shouldRefuseAZeroedPageThatChronicleTakesForTheEnd() throws IOException {
        long page = damage.positionOf(1500) + 4095 & -4096L;
        damage.zero(page, 4096);

        JournalCorruptException refused = refusedByWriterAndReader();

        assertTrue(refused.lastGoodRecord() >= 1500 && refused.lastGoodRecord() < 1600, refused.getMessage());
    }

    @Test
    void shouldRefuseAZeroedPageEvenWhenTheHighWaterMarkIsBehindIt() throws IOException {
        long lost = damage.positionOf(2500);
        damage.zero(lost - 4, (int) (damage.positionOf(2600) - lost));
        setMark(2499);

        JournalCorruptException refused = refusedByWriter();

        assertEquals(2499, refused.lastGoodRecord());
        assertTrue(refused.getMessage().contains("stands behind it"), refused.getMessage());
    }

    @Test
    void shouldRefuseATruncatedFile() throws IOException {
        damage.truncate(damage.positionOf(2000) - 4);

        assertEquals(1999, refusedByWriterAndReader().lastGoodRecord());
    }

    @Test
    void shouldRefuseAFileTruncatedInsideARecord() throws IOException {
        damage.truncate(damage.positionOf(2000) + 30);

        assertEquals(1999, refusedByWriterAndReader().lastGoodRecord());
    }

    @Test
    void shouldRefuseAMissingPart() throws IOException {
        Files.delete(damage.part());

        assertEquals(0, refusedByWriterAndReader().lastGoodRecord());
    }

    @Test
    void shouldRefuseAMissingOrGarbledHighWaterMark() throws IOException {
        Path mark = folder.resolve(LogFolder.HIGH_WATER);
        byte[] intact = Files.readAllBytes(mark);
        Files.write(mark, new byte[intact.length]);
        assertTrue(assertThrows(JournalException.class, this::openWriter).getMessage().contains("garbled"));

        Files.delete(mark);
        assertTrue(assertThrows(JournalException.class, this::openWriter).getMessage().contains("missing"));

        Files.write(mark, intact);
        openWriter();
    }

    @Test
    void shouldRefuseARecordExchangedTogetherWithItsCrc() throws IOException {
        damage.tamper(1500, 45);

        JournalCorruptException refused = refusedByWriterAndReader();

        assertTrue(refused.getMessage().contains("hash chain broken at the link after record 2048"),
                refused.getMessage());
        assertEquals(1024, refused.lastGoodRecord());
    }

    @Test
    void shouldRefuseAnExchangedRecordAfterTheLastFullIntervalOfAClosedLog() throws IOException {
        damage.tamper(EVENTS - 1, 45);

        assertEquals(2048, refusedByWriterAndReader().lastGoodRecord());
    }

    @Test
    void shouldHealGarbledAndDeletedMetadata() throws IOException {
        Path metadata = folder.resolve(LogFolder.METADATA);
        byte[] bytes = Files.readAllBytes(metadata);
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            bytes[random.nextInt(600)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(metadata, bytes);
        TestEvents.write(folder, EVENTS + 1, EVENTS + 100);

        Files.delete(metadata);
        TestEvents.write(folder, EVENTS + 101, EVENTS + 200);

        assertEquals(EVENTS + 200, TestEvents.readTrades(folder));
    }

    @Test
    void shouldDropARecordThatWasNeverCommitted() throws IOException {
        byte[] record = damage.read(damage.positionOf(EVENTS) - 4, 100);
        long end = damage.end();
        record[0] = record[1] = record[2] = record[3] = 0;
        damage.write(end, record);

        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
            assertTrue(writer.recovery().tornTail());
            assertTrue(writer.recovery().detail().contains("record 3001 was torn"), writer.recovery().detail());
            TestEvents.append(writer, EVENTS + 1, EVENTS + 50);
        }

        assertEquals(EVENTS + 50, TestEvents.readTrades(folder));
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
            assertFalse(writer.recovery().tornTail());
        }
    }

    @Test
    void shouldDropAWholeRecordThatWasNeverCommitted() throws IOException {
        long start = damage.positionOf(EVENTS) - 4;
        damage.zero(start, 4);
        damage.zero(start + 4 + RecordLayout.OVERHEAD + 65 & -4L, 400);
        setMark(EVENTS - 1);

        assertEquals(EVENTS - 1, TestEvents.readTrades(folder));
        try (RecordScanner scanner = new RecordScanner(folder)) {
            while (scanner.next() == RecordScanner.EVENT) {
            }
            assertEquals(LogTail.Verdict.TORN, LogTail.of(scanner, EVENTS - 1).verdict());
        }
    }

    @Test
    void shouldStrikeOutATornRecordThatChronicleCounts() throws IOException {
        Path torn = folder.resolve("torn");
        long last = 500;
        Path living = folder.resolve("living");
        try (JournalWriter writer = JournalWriter.open(living, Durability.OS)) {
            TestEvents.append(writer, 1, last);
            copy(living, torn);
        }
        Damage damaged = new Damage(torn);
        damaged.zero(damaged.positionOf(last) + 40, 20);
        setMark(torn, last - 1);

        assertEquals(last - 1, TestEvents.readTrades(torn));
        try (JournalWriter writer = JournalWriter.open(torn, Durability.OS)) {
            assertTrue(writer.recovery().tornTail(), writer.recovery().detail());
            assertEquals(last - 1, writer.lastRecord());
            TestEvents.append(writer, last, last + 600);
        }

        assertEquals(last + 600, TestEvents.readTrades(torn));
    }

    @Test
    void shouldDetectEveryRandomFlipInTheRecords() throws IOException {
        long first = damage.positionOf(1);
        long last = damage.positionOf(EVENTS) + RecordLayout.OVERHEAD + 65;
        Random random = new Random(7);
        int unseen = 0;
        for (int i = 0; i < 300; i++) {
            long position = first - 4 + random.nextLong(last - first);
            int bit = random.nextInt(8);
            damage.flipBit(position, bit);
            unseen += readsToTheEnd() && !isPadding(position) ? 1 : 0;
            damage.flipBit(position, bit);
        }

        assertEquals(0, unseen);
        assertEquals(EVENTS, TestEvents.readTrades(folder));
    }

    /** Documents are aligned to 4 bytes; what lies between them says nothing. */
    private boolean isPadding(long position) {
        try (RecordScanner scanner = new RecordScanner(folder)) {
            long end = 0;
            while (scanner.next() == RecordScanner.EVENT) {
                if (scanner.documents().position() > position) {
                    break;
                }
                end = scanner.documents().position() + scanner.documents().length();
            }
            return position >= end;
        }
    }

    private boolean readsToTheEnd() {
        try {
            return TestEvents.readTrades(folder) == EVENTS;
        } catch (JournalCorruptException found) {
            return false;
        }
    }

    /** A log copied while its writer lives is a log whose writer was killed. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private JournalCorruptException refusedByWriterAndReader() {
        JournalCorruptException byReader = assertThrows(JournalCorruptException.class,
                () -> TestEvents.sequences(folder));
        JournalCorruptException byWriter = refusedByWriter();
        assertEquals(byReader.getMessage(), byWriter.getMessage());
        return byWriter;
    }

    private JournalCorruptException refusedByWriter() {
        return assertThrows(JournalCorruptException.class, this::openWriter);
    }

    private void openWriter() {
        JournalWriter.open(folder, Durability.OS).close();
    }

    private void setMark(long record) {
        setMark(folder, record);
    }

    private static void setMark(Path log, long record) {
        try (HighWaterMark mark = HighWaterMark.write(log)) {
            mark.acknowledge(record, record);
        }
    }
}
