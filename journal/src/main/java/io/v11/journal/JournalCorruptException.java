package io.v11.journal;

import java.nio.file.Path;

/**
 * A log holds something other than what was written to it. Nothing is read beyond the damage and nothing appended after
 * it; a person decides what becomes of the log. The message names folder, place and remedy.
 */
public final class JournalCorruptException extends JournalException {
    private final transient Path folder;
    private final long lastGoodRecord;
    private final long lastGoodSequence;
    private final long firstBadSequence;

    /** @param firstBadSequence the sequence that the first bad record has or should have */
    public JournalCorruptException(Path folder, long lastGoodRecord, long lastGoodSequence, long firstBadSequence,
            String problem) {
        super("journal corrupt: folder=" + folder + " firstBadRecord=" + (lastGoodRecord + 1) + " firstBadSequence="
                + firstBadSequence + " lastGoodRecord=" + lastGoodRecord + " lastGoodSequence=" + lastGoodSequence
                + ": "
                + problem + "; to keep the good part: " + remedy(folder, lastGoodSequence));
        this.folder = folder;
        this.lastGoodRecord = lastGoodRecord;
        this.lastGoodSequence = lastGoodSequence;
        this.firstBadSequence = firstBadSequence;
    }

    static String remedy(Path folder, long lastGoodSequence) {
        return "v11 journal repair " + folder + " --to " + lastGoodSequence;
    }

    public Path folder() {
        return folder;
    }

    public long firstBadRecord() {
        return lastGoodRecord + 1;
    }

    public long firstBadSequence() {
        return firstBadSequence;
    }

    public long lastGoodRecord() {
        return lastGoodRecord;
    }

    public long lastGoodSequence() {
        return lastGoodSequence;
    }

    /** The command that keeps the good part of the log. */
    public String remedy() {
        return remedy(folder, lastGoodSequence);
    }
}
