package io.v11.binance.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.binance.TestInstruments;
import io.v11.config.Instrument.Market;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalImportTest {
    private static final long MICROS = 1_700_000_000_000_000L;

    @TempDir
    private Path folder;
    private final JournalImport importer = new JournalImport(TestInstruments.ALL);

    @Test
    void shouldJournalEventsWithSequencesFromOneWithoutGaps() throws IOException {
        Path first = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1),
                TestFiles.trade(MICROS + 5, 2));
        Path second = TestFiles.capture(folder, "spot/ethusdt_20231114.gz", TestFiles.trade(MICROS + 1, 9, "ETHUSDT"));

        ImportReport report = run(first, second);

        assertEquals(3, report.eventsAdded());
        List<String> found = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(journal().resolve(JournalImport.INPUT_LOG))) {
            EventHeaderDecoder header = new EventHeaderDecoder();
            while (reader.next()) {
                header.wrap(reader.buffer(), reader.offset());
                found.add(
                        header.sequence() + ":" + header.instrument() + "@" + (header.ingestTimeNs() / 1_000 - MICROS));
            }
        }
        assertEquals(List.of("1:0@0", "2:1@1", "3:0@5"), found);
    }

    @Test
    void shouldAddNothingWhenTheSameInputsAreImportedAgain() throws IOException {
        Path first = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1));
        Path second = TestFiles.capture(folder, "spot/ethusdt_20231114.gz", TestFiles.trade(MICROS, 1, "ETHUSDT"));
        run(first, second);
        byte[] before = log();
        Path moved = Files.move(first,
                Files.createDirectories(folder.resolve("elsewhere/spot")).resolve("btcusdt_1.gz"));

        ImportReport again = importer.run(
                List.of(ImportInput.of(second),
                        new ImportInput(moved, Optional.of("BTCUSDT"), Optional.of(Market.SPOT), Optional.empty())),
                journal(), ImportProgress.NONE);

        assertTrue(again.alreadyImported());
        assertEquals(0, again.eventsAdded());
        assertEquals(2, again.eventsInJournal());
        assertEquals(MICROS * 1_000, again.firstTimeNs());
        assertArrayEquals(before, log());
        assertTrue(again.lines().getFirst().contains("already imported, 0 events added"), again.lines().toString());
    }

    @Test
    void shouldRefuseOtherInputsIntoAnExistingJournal() throws IOException {
        Path first = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1));
        Path second = TestFiles.capture(folder, "spot/ethusdt_20231114.gz", TestFiles.trade(MICROS, 1, "ETHUSDT"));
        run(first);

        String message = assertThrows(ImportException.class, () -> run(first, second)).getMessage();

        assertTrue(message.contains("holds an import of other inputs (see import.yaml); import into another folder"),
                message);
    }

    @Test
    void shouldRefuseFolderThatIsNoImport() throws IOException {
        Path file = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1));
        TestFiles.write(journal().resolve("letter.txt"), new byte[]{1});

        String message = assertThrows(ImportException.class, () -> run(file)).getMessage();

        assertTrue(message.contains("exists and is no imported journal"), message);
    }

    @Test
    void shouldGiveTheSameJournalWhateverTheOrderOfTheFiles() throws IOException {
        Path first = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1));
        Path second = TestFiles.capture(folder, "spot/ethusdt_20231114.gz", TestFiles.trade(MICROS, 1, "ETHUSDT"));
        importer.run(ImportInput.of(List.of(second, first)), folder.resolve("other"), ImportProgress.NONE);

        run(first, second);

        assertEquals(manifest(folder.resolve("other")), manifest(journal()));
        try (JournalReader one = JournalReader.open(journal().resolve("input"));
                JournalReader other = JournalReader.open(folder.resolve("other/input"))) {
            while (one.next()) {
                assertTrue(other.next());
                assertEquals(one.length(), other.length());
                assertEquals(0, one.buffer().compareTo(other.buffer()));
            }
            assertFalse(other.next());
        }
    }

    @Test
    void shouldRaiseTimesThatGoBackAndCountThem() throws IOException {
        Path file = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS + 9, 1),
                TestFiles.trade(MICROS + 3, 2), TestFiles.trade(MICROS + 9, 3));

        ImportReport report = run(file);

        assertEquals(1, report.clampedTimes());
        assertEquals((MICROS + 9) * 1_000, report.firstTimeNs());
        assertEquals((MICROS + 9) * 1_000, report.lastTimeNs());
        assertEquals(3, report.messages("trade"));
    }

    @Test
    void shouldRefuseTruncatedCaptureAndLeaveNothingBehind() throws IOException {
        String[] lines = new String[2_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = TestFiles.trade(MICROS + i, i);
        }
        Path file = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", lines);
        byte[] whole = Files.readAllBytes(file);
        for (int cut : new int[]{0, 5, whole.length / 3, whole.length - 9, whole.length - 1}) {
            TestFiles.write(file, Arrays.copyOf(whole, cut));
            assertRefusedCleanly("the file ends in the middle: it is truncated; fetch it again", file);
        }
    }

    @Test
    void shouldRefuseCorruptCaptureWithFileAndLine() throws IOException {
        Path file = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1));
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 6] ^= 1;
        TestFiles.write(file, whole);

        assertRefusedCleanly(file + ":2: the gzip data are corrupt", file);
    }

    @Test
    void shouldRefuseBadLinesWithFileAndLine() throws IOException {
        String good = TestFiles.trade(MICROS, 1);
        Path file = folder.resolve("spot/btcusdt_20231114.gz");
        for (String bad : new String[]{"", "x", "12", "12 ", "12  {}x", good.replace("\"t\":1,", ""),
            good.substring(17),
            good.replace("100.5", "100.123456789"), good.replace("BTCUSDT", "ETHUSDT"), good.substring(0, 60),
            "99999999999999999999 {}", "-5 {}"}) {
            TestFiles.capture(folder, "spot/btcusdt_20231114.gz", good, bad, good);
            assertRefusedCleanly(file + ":2: ", file);
        }
    }

    @Test
    void shouldRefuseCapturesThatOverlap() throws IOException {
        Path first = TestFiles.capture(folder, "a/spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1),
                TestFiles.trade(MICROS + 5, 2));
        Path second = TestFiles.capture(folder, "b/spot/btcusdt_20231115.gz", TestFiles.trade(MICROS + 3, 2));

        String message = assertThrows(ImportException.class, () -> run(first, second)).getMessage();

        assertTrue(message.contains("overlap in time and hold the same stream (BTCUSDT.SPOT capture)"), message);
        assertNothingLeft();
    }

    @Test
    void shouldRefuseTheSameContentTwiceAndNothingAtAll() throws IOException {
        Path first = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1));
        Path second = TestFiles.capture(folder, "spot/btcusdt_20231115.gz", TestFiles.trade(MICROS, 1));
        Path empty = TestFiles.write(folder.resolve("spot/ethusdt_20231114.gz"), TestFiles.gzip(""));

        assertThrows(ImportException.class, () -> run(first, second));
        assertThrows(ImportException.class, () -> run(empty));
        assertThrows(ImportException.class, this::run);
        assertThrows(ImportException.class, () -> run(folder.resolve("spot/missing.gz")));
        assertNothingLeft();
    }

    @Test
    void shouldRecogniseSymbolAndMarketByContent() throws IOException {
        String perpetual = TestFiles.trade(MICROS, 1).replace("\"m\"", "\"X\":\"MARKET\",\"m\"");
        Path file = TestFiles.capture(folder, "capture.gz", perpetual);

        ImportReport report = run(file);

        assertEquals("BTCUSDT.USDM", report.instruments().getFirst().instrument());
    }

    @Test
    void shouldTellProgressUpToTheEnd() throws IOException {
        String[] lines = new String[50_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = TestFiles.trade(MICROS + i, i);
        }
        Path file = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", lines);
        List<Long> done = new ArrayList<>();

        importer.run(ImportInput.of(List.of(file)), journal(), (bytes, total) -> {
            assertEquals(file.toFile().length(), total);
            assertTrue(done.isEmpty() || bytes >= done.getLast());
            done.add(bytes);
        });

        assertTrue(done.size() >= 10, "told " + done.size() + " times");
        assertEquals(file.toFile().length(), done.getLast());
    }

    @Test
    void shouldReplaceWhatAnInterruptedImportLeft() throws IOException {
        // No process has this id: Linux ends at 2^22.
        Path abandoned = folder.resolve(".journal.importing-99999999");
        Path working = folder.resolve(".journal.importing-1");
        TestFiles.write(abandoned.resolve("input/half.cq4"), new byte[100]);
        TestFiles.write(working.resolve("input/half.cq4"), new byte[100]);
        Path file = TestFiles.capture(folder, "spot/btcusdt_20231114.gz", TestFiles.trade(MICROS, 1));

        assertEquals(1, run(file).eventsAdded());

        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(working), "the folder of a process that lives");
        assertFalse(Files.exists(journal().resolve("input/half.cq4")));
    }

    private ImportReport run(Path... files) {
        return importer.run(ImportInput.of(List.of(files)), journal(), ImportProgress.NONE);
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    private byte[] log() throws IOException {
        try (Stream<Path> files = Files.list(journal().resolve("input"))) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".cq4")).findFirst().orElseThrow());
        }
    }

    private static String manifest(Path journal) throws IOException {
        return Files.readString(journal.resolve("import.yaml"));
    }

    private void assertRefusedCleanly(String expected, Path file) throws IOException {
        String message = assertThrows(ImportException.class, () -> run(file)).getMessage();
        assertTrue(message.contains(expected), message);
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.filter(path -> path.getFileName().toString().contains("journal")).toList());
        }
    }
}
