package io.v11.journal;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * What {@link JournalVerifier} found.
 *
 * @param folder           the log
 * @param status           how it stands
 * @param events           good events, from the first on
 * @param counts           of them by message
 * @param links            links of the hash chain that hold
 * @param chainedRecord    last record that a link vouches for
 * @param chainHash        rolling hash over all good events; equal logs have equal hashes
 * @param acknowledged     what the high-water mark says; -1 when there is none
 * @param firstSequence    of the first event; 0 when there is none, as in the next three
 * @param lastSequence     of the last good event
 * @param firstTimeNs      ingest time of the first event
 * @param lastTimeNs       ingest time of the last good event
 * @param firstBadRecord   0 when nothing is bad
 * @param firstBadSequence 0 when nothing is bad
 * @param detail           what is wrong, in words; empty when nothing is
 * @param remedy           the command that keeps the good part; empty when none is needed
 */
public record VerificationReport(Path folder, Status status, long events, SortedMap<String, Long> counts, long links,
        long chainedRecord, long chainHash, long acknowledged, long firstSequence, long lastSequence, long firstTimeNs,
        long lastTimeNs, long firstBadRecord, long firstBadSequence, String detail, String remedy) {

    /** How a log stands. */
    public enum Status {
        /** All there, all as written. */
        INTACT,
        /** As a crash leaves it: the next start drops an unacknowledged record. */
        TORN_TAIL,
        /** Not what was written. */
        CORRUPT
    }

    /** Whether a start would take this log. */
    public boolean usable() {
        return status != Status.CORRUPT;
    }
}
