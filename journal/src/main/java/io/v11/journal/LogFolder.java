package io.v11.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of the files in a log folder. Cold path. */
final class LogFolder {
    static final String PART_SUFFIX = ".cq4";
    static final String METADATA = "metadata.cq4t";
    static final String HIGH_WATER = "high-water";
    static final String LOCK = "writer.lock";

    private LogFolder() {
    }

    /** The queue's files in order; empty when there is no log. */
    static List<Path> parts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(PART_SUFFIX)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    /** The parts of a log that must be there. */
    static List<Path> existingParts(Path folder) {
        List<Path> parts = parts(folder);
        if (parts.isEmpty() && !Files.exists(folder.resolve(HIGH_WATER))) {
            throw new JournalException("no journal in " + folder + ": a log folder holds *" + PART_SUFFIX + " and "
                    + HIGH_WATER + "; a run folder holds the log folders input and derived");
        }
        return parts;
    }
}
