package io.v11.journal;

import java.nio.file.Path;

import io.v11.config.Profile.JournalSettings.Durability;

/**
 * Writes the good beginning of a damaged log to a new one. The damaged log stays as it is: it is evidence, and what lies behind
 * the damage may matter to a person, but nothing is ever appended after a hole. Cold path.
 */
public final class JournalRepair {
    private JournalRepair() {
    }

    /**
     * What was kept.
     *
     * @param folder       the new log
     * @param records      events in it
     * @param lastSequence of the last of them; 0 when there is none
     */
    public record Result(Path folder, long records, long lastSequence) {
    }

    /** Where a repaired log goes when nothing else is said: beside the old one. */
    public static Path defaultTarget(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + ".repaired");
    }

    /**
     * Copies all events up to and with {@code toSequence}.
     *
     * @throws JournalException when the target holds a journal already, or the good part ends before that sequence
     */
    public static Result repair(Path folder, long toSequence, Path target) {
        LogFolder.existingParts(folder);
        if (!LogFolder.parts(target).isEmpty() || HighWaterMark.exists(target)) {
            throw new JournalException("repair target " + target + " holds a journal already; name another folder");
        }
        long goodUpTo = goodUpTo(folder);
        if (toSequence > goodUpTo) {
            throw new JournalException("cannot repair " + folder + " to sequence " + toSequence
                    + ": it verifies only up to " + goodUpTo + "; run: v11 journal repair " + folder + " --to "
                    + goodUpTo);
        }
        try (RecordScanner scanner = new RecordScanner(folder);
                JournalWriter writer = JournalWriter.open(target, Durability.OS)) {
            while (scanner.next() == RecordScanner.EVENT && scanner.lastSequence() <= toSequence) {
                writer.append(scanner.buffer(), scanner.eventOffset(), scanner.eventLength());
            }
            writer.sync();
            return new Result(target, writer.lastRecord(), writer.lastSequence());
        }
    }

    private static long goodUpTo(Path folder) {
        try (RecordScanner scanner = new RecordScanner(folder)) {
            while (scanner.next() == RecordScanner.EVENT) {
            }
            return scanner.corrupt("").lastGoodSequence();
        }
    }
}
