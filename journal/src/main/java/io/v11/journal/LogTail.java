package io.v11.journal;

import java.nio.file.Path;

/**
 * What the place where a scan came to its end really is. A crash may tear the last record, which nobody was told about; that is
 * normal. Whole records behind the end, or a high-water mark beyond it, mean that the log lost what it had: that is damage.
 *
 * @param verdict       what it is
 * @param detail        in words; empty when the log is intact
 * @param lastDirtyByte last byte in the file that is not zero, at or after the end; -1 when there is none
 */
record LogTail(Verdict verdict, String detail, long lastDirtyByte) {
    /** How a log ends. */
    enum Verdict {
        /** As it should. */
        INTACT,
        /** With a record that a crash tore before it was acknowledged. */
        TORN,
        /** Too early, or with records that were never written so. */
        CORRUPT
    }

    /** Judges a scan that has come to END or BAD. */
    static LogTail of(RecordScanner scanner, long acknowledged) {
        if (scanner.problem() != null && !scanner.damaged()) {
            return new LogTail(Verdict.CORRUPT, scanner.problem(), -1);
        }
        String seen = scanner.problem() == null ? "the log ends" : scanner.problem();
        if (acknowledged > scanner.lastRecord()) {
            return new LogTail(Verdict.CORRUPT, seen + ", but the high-water mark says that " + acknowledged
                    + " records were acknowledged: " + (acknowledged - scanner.lastRecord()) + " are missing", -1);
        }
        Path file = scanner.documents().file();
        if (file == null) {
            return new LogTail(Verdict.INTACT, "", -1);
        }
        if (scanner.documents().hasLaterPart()) {
            return new LogTail(Verdict.CORRUPT, seen + " in " + file.getFileName() + ", but a later part exists", -1);
        }
        return ofLastPart(scanner, file, seen);
    }

    private static LogTail ofLastPart(RecordScanner scanner, Path file, String seen) {
        long stop = scanner.stopPosition();
        long lastRecord = scanner.lastRecord();
        RecordSearch search = new RecordSearch(file, stop, lastRecord);
        long dirty = search.lastDirtyByte();
        // Chronicle commits a record by its header, last of all: whole content under an empty header was never committed.
        if (search.found() && search.foundPosition() == DocumentScanner.contentPosition(stop)
                && search.foundNumber() == lastRecord + 1 && scanner.problem() == null) {
            search = new RecordSearch(file, search.foundPosition() + RecordLayout.OVERHEAD & -4L, lastRecord + 1);
            dirty = Math.max(dirty, search.lastDirtyByte());
        }
        if (search.found()) {
            return new LogTail(Verdict.CORRUPT, seen + " at byte " + stop + " of " + file.getFileName()
                    + ", but record " + search.foundNumber() + " stands behind it at byte " + search.foundPosition(),
                    dirty);
        }
        if (scanner.problem() == null && dirty < 0) {
            return new LogTail(Verdict.INTACT, "", -1);
        }
        String detail = "record " + (lastRecord + 1) + " was torn by a crash before it was acknowledged: "
                + (scanner.problem() == null
                        ? "uncommitted bytes at byte " + stop + " of " + file.getFileName()
                        : seen);
        return new LogTail(Verdict.TORN, detail, dirty);
    }
}
