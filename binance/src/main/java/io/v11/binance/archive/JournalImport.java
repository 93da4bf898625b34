package io.v11.binance.archive;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.binance.EventSink;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderEncoder;

/**
 * Imports files into a new journal, all or nothing: the journal is written in a folder beside the wanted one, and
 * gets its name when it is whole. Importing the same inputs again adds nothing; other inputs into a journal that
 * exists are refused, because the events of both would have to be ordered anew.
 */
public final class JournalImport {
    /** Folder of the input log within a journal's folder. */
    public static final String INPUT_LOG = "input";

    private final Instruments instruments;

    public JournalImport(Instruments instruments) {
        this.instruments = instruments;
    }

    /** All of the inputs; see {@link #run(List, ImportSpan, Path, ImportProgress)}. */
    public ImportReport run(List<ImportInput> inputs, Path journal, ImportProgress progress) {
        return run(inputs, ImportSpan.ALL, journal, progress);
    }

    /**
     * Imports into {@code journal}, which must not exist, be empty, or hold an import of the same inputs and span.
     *
     * @throws ImportException when an input is bad; nothing is left behind
     */
    public ImportReport run(List<ImportInput> inputs, ImportSpan span, Path journal, ImportProgress progress) {
        Archive archive = Archive.of(inputs, instruments, span);
        if (occupied(journal)) {
            return alreadyImported(archive, journal);
        }
        deleteAbandoned(journal);
        Path partial = partial(journal, ProcessHandle.current().pid());
        try {
            ImportReport report = write(archive, journal, partial, progress);
            ImportManifest.write(partial, archive, report);
            forceTree(partial);
            Files.deleteIfExists(journal);
            Files.move(partial, journal, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } catch (IOException e) {
            throw new ImportException(journal + ": cannot be written: " + e, e);
        } finally {
            deleteTree(partial);
        }
    }

    /**
     * Where this process writes; another one that imports to the same place writes elsewhere, and the second to end
     * is refused.
     */
    private static Path partial(Path journal, long pid) {
        return journal.toAbsolutePath().resolveSibling(partialPrefix(journal) + pid);
    }

    private static String partialPrefix(Path journal) {
        return "." + journal.getFileName() + ".importing-";
    }

    /** Removes what imports left that died. */
    private static void deleteAbandoned(Path journal) {
        String prefix = partialPrefix(journal);
        File[] siblings = journal.toAbsolutePath().getParent().toFile()
                .listFiles(
                        (_, name) -> name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d{1,18}"));
        for (File sibling : siblings == null ? new File[0] : siblings) {
            long pid = Long.parseLong(sibling.getName().substring(prefix.length()));
            if (pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty()) {
                deleteTree(sibling.toPath());
            }
        }
    }

    private static boolean occupied(Path journal) {
        String[] content = journal.toFile().list();
        return content == null ? Files.exists(journal) : content.length > 0;
    }

    private static ImportReport alreadyImported(Archive archive, Path journal) {
        if (!Files.exists(journal.resolve(ImportManifest.FILE_NAME))) {
            throw new ImportException(journal + ": exists and is no imported journal (no " + ImportManifest.FILE_NAME
                    + "); import into another folder");
        }
        ImportManifest manifest = ImportManifest.read(journal);
        if (!manifest.holdsInputs(archive)) {
            throw new ImportException(
                    journal + ": holds an import of other inputs (see " + ImportManifest.FILE_NAME
                            + "); import into another folder, or delete this one and import all inputs together");
        }
        if (!manifest.holdsSpan(archive)) {
            throw new ImportException(journal + ": holds another span of these inputs (see " + ImportManifest.FILE_NAME
                    + "); import into another folder");
        }
        return new ImportReport(journal, true, 0, manifest.events(), manifest.firstTimeNs(), manifest.lastTimeNs(), 0,
                List.of(), List.of(), Map.of(), List.of());
    }

    private static ImportReport write(Archive archive, Path journal, Path partial, ImportProgress progress) {
        // Nobody relies on an event before the whole import is there: its files are forced once, at the end.
        try (JournalWriter writer = JournalWriter.open(partial.resolve(INPUT_LOG), Durability.OS)) {
            return archive.play(new Numbering(writer), progress, journal);
        }
    }

    /** What has the journal's name must survive the death of the machine. */
    private static void forceTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new ImportException(folder + ": what an unfinished import left cannot be deleted: " + e, e);
        }
    }

    /** Gives each event its sequence, from 1 without gaps, and appends it. */
    private static final class Numbering implements EventSink {
        private final UnsafeBuffer frame = new UnsafeBuffer(new byte[Limits.FRAME_BYTES]);
        private final EventHeaderEncoder header = new EventHeaderEncoder();
        private final JournalWriter writer;
        private long sequence;

        Numbering(JournalWriter writer) {
            this.writer = writer;
            header.wrap(frame, 0);
        }

        @Override
        public void onEvent(DirectBuffer buffer, int offset, int length) {
            frame.putBytes(0, buffer, offset, length);
            header.sequence(++sequence);
            writer.append(frame, 0, length);
        }
    }
}
