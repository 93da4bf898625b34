package io.v11.journal;

import java.nio.file.Path;

import org.agrona.DirectBuffer;

/**
 * Reads the events of a log from the first on, checking each as it goes by: CRC, record number, hash chain, and at the end the
 * high-water mark, so that a log that was cut does not pass for one that ends. Works beside a living writer: at
 * the end {@link #next()} is false and may be asked again.
 *
 * <p>What a CRC cannot tell, a record exchanged together with its CRC, shows at the next link of the chain, up to 1,023 events
 * later: who must know before the first event runs {@link JournalVerifier} first.
 *
 * <p>One thread; no allocation per record; at most 1 GiB of a file is mapped at a time, whatever the log's length.
 */
public final class JournalReader implements AutoCloseable {
    private final Path folder;
    private final RecordScanner scanner;
    private final HighWaterMark mark;

    private JournalReader(Path folder, RecordScanner scanner, HighWaterMark mark) {
        this.folder = folder;
        this.scanner = scanner;
        this.mark = mark;
    }

    /** Opens a log; throws when there is none. */
    public static JournalReader open(Path folder) {
        LogFolder.existingParts(folder);
        HighWaterMark mark = HighWaterMark.read(folder);
        return new JournalReader(folder, new RecordScanner(folder), mark);
    }

    /**
     * Steps to the next event; false at the end.
     *
     * @throws JournalCorruptException when the log is damaged here, or ends before what was acknowledged
     */
    public boolean next() {
        int found = scanner.next();
        return found == RecordScanner.EVENT || found == RecordScanner.BAD && stop() || atEnd();
    }

    /** A mark beyond the end is read before the record it acknowledges may be seen: only a second look tells. */
    private boolean atEnd() {
        if (scanner.problem() != null || mark.record() <= scanner.lastRecord()) {
            return false;
        }
        int found = scanner.next();
        return found == RecordScanner.EVENT || stop();
    }

    /** Damage is thrown; a torn tail is the end. */
    private boolean stop() {
        LogTail tail = LogTail.of(scanner, mark.record());
        if (tail.verdict() == LogTail.Verdict.CORRUPT) {
            throw scanner.corrupt(tail.detail());
        }
        return false;
    }

    /** Where the current event lies; valid until the next call of {@link #next()}. */
    public DirectBuffer buffer() {
        return scanner.buffer();
    }

    /** Of the frame in {@link #buffer()}. */
    public int offset() {
        return scanner.eventOffset();
    }

    /** Of the frame, bytes. */
    public int length() {
        return scanner.eventLength();
    }

    /** Of the current event, from 1. */
    public long recordNumber() {
        return scanner.lastRecord();
    }

    /** Of the current event. */
    public long sequence() {
        return scanner.lastSequence();
    }

    /** The log folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        scanner.close();
        mark.close();
    }
}
