package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.agrona.DirectBuffer;

import io.v11.config.Limits;
import io.v11.config.Profile.JournalSettings.Durability;

/**
 * Appends events to a log. Opening it is the only start there is: the whole log is read and proved first, a tail torn by
 * a crash is dropped, anything else that is wrong is refused with {@link JournalCorruptException}.
 *
 * <p>An append that returned is acknowledged: it survives what its {@link Durability} says, the death of the process at
 * the least. An append that threw was not acknowledged, and none
 * follows it until the log has been opened anew.
 * One thread; 0 bytes allocated per append; a record is at most {@link Limits#CONCLUSION_BYTES} of event.
 */
public final class JournalWriter implements AutoCloseable {
    /** Events in one file: at 20,000 a second it lasts for fifteen hours. */
    static final long PART_RECORDS = 1L << 30;
    private static final int BATCH_EVENTS = 64;
    private static final long BATCH_NS = 5_000_000;

    private final Path folder;
    private final Durability durability;
    private final long partRecords;
    private final WriterLock lock;
    private final HighWaterMark mark;
    private final RecoveryReport recovery;
    private final ChronicleLog log;
    private final RecordEncoder record = new RecordEncoder();

    private long lastRecord;
    private long lastSequence;
    private long rollingHash;
    private long chainedRecord;
    private long unsynced;
    private long lastSyncTimeNs;
    private Throwable failure;
    private boolean closed;

    /** Opens the log in {@code folder}, making it when there is none. */
    public static JournalWriter open(Path folder, Durability durability) {
        return open(folder, durability, PART_RECORDS);
    }

    static JournalWriter open(Path folder, Durability durability, long partRecords) {
        WriterLock lock = null;
        HighWaterMark mark = null;
        try {
            Files.createDirectories(folder);
            lock = WriterLock.acquire(folder);
            boolean isNew = !HighWaterMark.exists(folder) && LogFolder.parts(folder).isEmpty();
            mark = isNew ? HighWaterMark.create(folder) : HighWaterMark.write(folder);
            return new JournalWriter(folder, durability, partRecords, lock, mark);
        } catch (Throwable failure) {
            closeQuietly(mark, failure);
            closeQuietly(lock, failure);
            if (failure instanceof IOException) {
                throw new JournalException("cannot open the journal in " + folder + ": " + failure, failure);
            }
            throw unchecked(failure);
        }
    }

    private JournalWriter(Path folder, Durability durability, long partRecords, WriterLock lock, HighWaterMark mark) {
        this.folder = folder;
        this.durability = durability;
        this.partRecords = partRecords;
        this.lock = lock;
        this.mark = mark;
        Recovery recovered = Recovery.run(folder, mark.record());
        recovery = recovered.report();
        lastRecord = recovered.lastRecord;
        lastSequence = recovered.lastSequence;
        rollingHash = recovered.rollingHash;
        chainedRecord = recovered.chainedRecord;
        // Proved just now, whatever the mark had come to say before the crash.
        mark.acknowledge(lastRecord, lastSequence);
        log = begin(recovered);
    }

    private ChronicleLog begin(Recovery recovered) {
        ChronicleLog begun = null;
        try {
            ChronicleLog.forgetMetadata(folder);
            begun = new ChronicleLog(folder, durability != Durability.OS, partOf(nextNumber(recovered)));
            long content = begun.probe();
            boolean continues = recovered.endFile != null
                    && recovered.endFile.getFileName().equals(begun.file().getFileName());
            if (continues && content != DocumentScanner.contentPosition(recovered.endPosition)) {
                throw new JournalCorruptException(folder, lastRecord, lastSequence, lastSequence + 1,
                        "the records end at byte " + recovered.endPosition + " of " + recovered.endFile.getFileName()
                                + ", but Chronicle would write at byte " + content
                                + ": its header or index is damaged");
            }
            if (recovered.linkDue) {
                link(begun);
            }
            begun.handOver();
            return begun;
        } catch (Throwable failure) {
            closeQuietly(begun, failure);
            if (failure instanceof JournalException known) {
                throw known;
            }
            throw new JournalException("Chronicle cannot open the journal in " + folder
                    + " although its records verify ("
                    + failure + "); to write them anew: " + JournalCorruptException.remedy(folder, lastSequence),
                    failure);
        }
    }

    private static long nextNumber(Recovery recovered) {
        return recovered.linkDue ? recovered.lastRecord : recovered.lastRecord + 1;
    }

    private long partOf(long number) {
        return (number - 1) / partRecords;
    }

    /** What opening found. */
    public RecoveryReport recovery() {
        return recovery;
    }

    /** Number of the last event, counted from 1; 0 when the log is empty. */
    public long lastRecord() {
        return lastRecord;
    }

    /** Sequence of the last event; 0 when the log is empty. */
    public long lastSequence() {
        return lastSequence;
    }

    /**
     * Appends one event.
     *
     * @param event holds an SBE frame, header first
     * @return its record number
     */
    public long append(DirectBuffer event, int offset, int length) {
        if (failure != null || closed) {
            throw refused();
        }
        if (length < Limits.HEADER_BYTES || length > Limits.CONCLUSION_BYTES) {
            throw new IllegalArgumentException("event of " + length + " bytes: a frame has from " + Limits.HEADER_BYTES
                    + " to " + Limits.CONCLUSION_BYTES + " bytes; cut larger messages into frames");
        }
        long number = lastRecord + 1;
        try {
            log.part(partOf(number));
            int size = record.event(number, event, offset, length);
            log.append(record.buffer(), size);
            rollingHash = RecordHash.next(rollingHash, record.buffer(), 0, size - RecordLayout.CRC_BYTES);
            lastRecord = number;
            lastSequence = event.getLong(offset + RecordLayout.SEQUENCE_OFFSET, RecordLayout.ORDER);
            if (RecordLayout.linkAfter(number)) {
                link(log);
            }
            if (durability != Durability.OS) {
                syncWhenDue(event.getLong(offset + RecordLayout.INGEST_TIME_OFFSET, RecordLayout.ORDER));
            }
            mark.acknowledge(number, lastSequence);
        } catch (Throwable thrown) {
            failure = thrown;
            throw new JournalException("append failed: folder=" + folder + " record=" + number + " lastAcknowledged="
                    + mark.record() + ": " + thrown, thrown);
        }
        return number;
    }

    private void link(ChronicleLog target) {
        int size = record.link(lastRecord, rollingHash);
        target.append(record.buffer(), size);
        chainedRecord = lastRecord;
    }

    private void syncWhenDue(long timeNs) {
        unsynced++;
        if (durability == Durability.EVENT || unsynced >= BATCH_EVENTS || timeNs - lastSyncTimeNs >= BATCH_NS) {
            sync();
            lastSyncTimeNs = timeNs;
        }
    }

    /** Forces all that was appended to the device, at any durability. Call it at {@code BATCH} when the input falls idle. */
    public void sync() {
        log.sync();
        unsynced = 0;
        mark.synced(lastRecord);
    }

    private JournalException refused() {
        return closed
                ? new JournalException("journal " + folder + " is closed")
                : new JournalException(
                        "journal " + folder + " has failed before and takes nothing more; lastAcknowledged="
                                + mark.record(),
                        failure);
    }

    /** Closes the chain over the last events, gives back unused space, and lets the next writer in. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Throwable problem = null;
        try {
            if (failure == null && chainedRecord < lastRecord) {
                link(log);
            }
            if (failure == null && durability != Durability.OS) {
                sync();
            }
        } catch (Throwable thrown) {
            problem = thrown;
        }
        problem = closeQuietly(log, problem);
        problem = closeQuietly(mark, problem);
        problem = closeQuietly(lock, problem);
        if (problem != null) {
            throw new JournalException("closing the journal " + folder + " failed: " + problem, problem);
        }
    }

    private static Throwable closeQuietly(AutoCloseable resource, Throwable before) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Throwable thrown) {
            if (before == null) {
                return thrown;
            }
            before.addSuppressed(thrown);
        }
        return before;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
