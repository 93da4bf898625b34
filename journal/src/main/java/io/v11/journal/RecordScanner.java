package io.v11.journal;

import java.nio.file.Path;
import java.util.zip.CRC32C;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;

/**
 * Walks the records of a log and checks each: magic, format, lengths, CRC, number, chain. Everything that reads a log reads
 * it through this. One thread; no allocation per record; {@link #problem()} says in words what is wrong after {@link #BAD}.
 */
final class RecordScanner implements AutoCloseable {
    static final int EVENT = 1;
    static final int END = 0;
    static final int BAD = -1;

    private final Path folder;
    private final DocumentScanner documents;
    private final CRC32C crc = new CRC32C();
    private long lastRecord;
    private long lastSequence;
    private long rollingHash = RecordHash.START;
    private long chainedRecord;
    private long chainedSequence;
    private long links;
    private int eventOffset;
    private int eventLength;
    private boolean linkDue;
    private String problem;
    private boolean chainBroken;
    private boolean damaged;
    private long badPosition;

    RecordScanner(Path folder) {
        this.folder = folder;
        this.documents = new DocumentScanner(folder, LogFolder.parts(folder));
    }

    /** Steps to the next event. After {@link #END} it may be asked again; after {@link #BAD} it stays there. */
    int next() {
        while (problem == null) {
            int found = documents.next();
            if (found != DocumentScanner.DATA) {
                return found == DocumentScanner.END ? END : malformed();
            }
            UnsafeBuffer buffer = documents.buffer();
            int offset = documents.offset();
            int length = documents.length();
            if (!intact(buffer, offset, length)) {
                damaged = true;
                return BAD;
            }
            byte type = buffer.getByte(offset + RecordLayout.TYPE_OFFSET);
            if (type == RecordLayout.EVENT) {
                return event(buffer, offset, length);
            }
            if (type == RecordLayout.CHAIN && !link(buffer, offset, length)) {
                return BAD;
            }
            if (type != RecordLayout.CHAIN && type != RecordLayout.VOID) {
                return bad("record type " + type + " is none of this format version");
            }
        }
        return BAD;
    }

    private int malformed() {
        damaged = true;
        badPosition = documents.nextPosition();
        return bad("document header cannot be: it is longer than a record or than the file");
    }

    private boolean intact(UnsafeBuffer buffer, int offset, int length) {
        badPosition = documents.position() - DocumentScanner.HEADER_BYTES;
        if (length < RecordLayout.OVERHEAD) {
            bad("document of " + length + " bytes is shorter than a record");
            return false;
        }
        if (buffer.getInt(offset, RecordLayout.ORDER) != RecordLayout.MAGIC
                || buffer.getByte(offset + RecordLayout.FORMAT_OFFSET) != RecordLayout.FORMAT) {
            bad("no record starts here: magic or format version differ");
            return false;
        }
        int payload = buffer.getShort(offset + RecordLayout.LENGTH_OFFSET, RecordLayout.ORDER) & 0xffff;
        if (payload + RecordLayout.OVERHEAD != length) {
            bad("record says " + payload + " bytes of payload, document has " + (length - RecordLayout.OVERHEAD));
            return false;
        }
        int covered = length - RecordLayout.CRC_BYTES;
        int stored = buffer.getInt(offset + covered, RecordLayout.ORDER);
        int computed = documents.crc(crc, covered);
        if (stored != computed) {
            bad("CRC32C differs: stored=" + Integer.toHexString(stored) + " computed=" + Integer.toHexString(computed));
            return false;
        }
        return true;
    }

    private int event(UnsafeBuffer buffer, int offset, int length) {
        long number = buffer.getLong(offset + RecordLayout.NUMBER_OFFSET, RecordLayout.ORDER);
        int payload = length - RecordLayout.OVERHEAD;
        if (number != lastRecord + 1) {
            return bad("record number " + number + " where " + (lastRecord + 1) + " is due");
        }
        if (linkDue) {
            return bad("link of the hash chain missing after record " + lastRecord);
        }
        if (payload < Limits.HEADER_BYTES) {
            return bad("event of " + payload + " bytes is shorter than its header");
        }
        eventOffset = offset + RecordLayout.PAYLOAD_OFFSET;
        eventLength = payload;
        rollingHash = RecordHash.next(rollingHash, buffer, offset, length - RecordLayout.CRC_BYTES);
        lastRecord = number;
        lastSequence = buffer.getLong(eventOffset + RecordLayout.SEQUENCE_OFFSET, RecordLayout.ORDER);
        linkDue = RecordLayout.linkAfter(number);
        return EVENT;
    }

    private boolean link(UnsafeBuffer buffer, int offset, int length) {
        long number = buffer.getLong(offset + RecordLayout.NUMBER_OFFSET, RecordLayout.ORDER);
        long stored = length == RecordLayout.OVERHEAD + RecordLayout.CHAIN_PAYLOAD
                ? buffer.getLong(offset + RecordLayout.PAYLOAD_OFFSET, RecordLayout.ORDER)
                : ~rollingHash;
        if (number != lastRecord || stored != rollingHash) {
            chainBroken = true;
            // The records are whole one by one; which of them was exchanged, the chain cannot tell: any since the last link.
            bad("hash chain broken at the link after record " + number + ": stored=" + Long.toHexString(stored)
                    + " computed=" + Long.toHexString(rollingHash) + ", so a record after " + chainedRecord
                    + " was exchanged");
            return false;
        }
        chainedRecord = lastRecord;
        chainedSequence = lastSequence;
        linkDue = false;
        links++;
        return true;
    }

    private int bad(String what) {
        problem = what + " (" + documents.file().getFileName() + " at byte " + badPosition + ")";
        return BAD;
    }

    /** What to throw when the log is damaged where the scan stands. A broken chain vouches only up to its last good link. */
    JournalCorruptException corrupt(String what) {
        return chainBroken
                ? new JournalCorruptException(folder, chainedRecord, chainedSequence, chainedSequence + 1, what)
                : new JournalCorruptException(folder, lastRecord, lastSequence, firstBadSequence(), what);
    }

    /** The sequence that the bad record claims when that can be, else the one that is due. */
    long firstBadSequence() {
        if (problem != null && badPosition == documents.position() - DocumentScanner.HEADER_BYTES
                && documents.length() >= RecordLayout.OVERHEAD + Limits.HEADER_BYTES) {
            long claimed = documents.buffer().getLong(
                    documents.offset() + RecordLayout.PAYLOAD_OFFSET + RecordLayout.SEQUENCE_OFFSET,
                    RecordLayout.ORDER);
            if (claimed == lastSequence) {
                return claimed;
            }
        }
        return lastSequence + 1;
    }

    DirectBuffer buffer() {
        return documents.buffer();
    }

    int eventOffset() {
        return eventOffset;
    }

    int eventLength() {
        return eventLength;
    }

    /** Number of the last good event. */
    long lastRecord() {
        return lastRecord;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** Hash over all good events so far. */
    long rollingHash() {
        return rollingHash;
    }

    /** Last event that a link of the chain vouches for. */
    long chainedRecord() {
        return chainedRecord;
    }

    long links() {
        return links;
    }

    /** True when the last good event still waits for its link. */
    boolean linkDue() {
        return linkDue;
    }

    String problem() {
        return problem;
    }

    boolean chainBroken() {
        return chainBroken;
    }

    /** True when the bytes of the bad record are not what a writer wrote; false when whole records stand in a wrong order. */
    boolean damaged() {
        return damaged;
    }

    /** Header of the document at which the scan stands: the end, or the bad one. */
    long stopPosition() {
        return problem == null ? documents.nextPosition() : badPosition;
    }

    DocumentScanner documents() {
        return documents;
    }

    @Override
    public void close() {
        documents.close();
    }
}
