package io.v11.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks the Wire documents of a log's parts from the first byte on, reading the files themselves and not through a
 * queue: a Chronicle tailer takes a zeroed page for the end, needs intact metadata, and cannot look behind the end.
 *
 * <p>A document is a 4-byte header and its content, aligned to 4 bytes. The header holds the length in 30 bits, bit 30 for
 * Chronicle's own (meta) documents, bit 31 while it is being written; 0 is the end of what is written and both bits
 * with length 0 the end of a part (Chronicle Wire, "size prefixed blob"). A test reads the same files through
 * Chronicle's tailer and compares. One thread; no allocation per document.
 */
final class DocumentScanner implements AutoCloseable {
    static final int DATA = 1;
    static final int END = 0;
    static final int MALFORMED = -1;

    static final int HEADER_BYTES = 4;
    private static final int NOT_COMPLETE = 1 << 31;
    private static final int META = 1 << 30;
    private static final int LENGTH_MASK = META - 1;
    private static final int END_OF_PART = NOT_COMPLETE | META;

    private final Path folder;
    private List<Path> parts;
    private int part = -1;
    private FileWindow window;
    private long next;
    private long position;
    private int length;

    DocumentScanner(Path folder, List<Path> parts) {
        this.folder = folder;
        this.parts = parts;
    }

    /** Steps to the next data document: {@link #DATA}, {@link #END} (may be asked again later) or {@link #MALFORMED}. */
    int next() {
        while (true) {
            if (window == null && !openNextPart()) {
                return END;
            }
            if (!window.covers(next, HEADER_BYTES)) {
                return END;
            }
            int header = window.buffer().getIntVolatile(window.index(next));
            if (header == END_OF_PART) {
                if (!openNextPart()) {
                    return END;
                }
                continue;
            }
            if (header == 0 || (header & NOT_COMPLETE) != 0) {
                return END;
            }
            int documentLength = header & LENGTH_MASK;
            boolean meta = (header & META) != 0;
            if (!meta && documentLength > RecordLayout.MAXIMUM
                    || !window.covers(next, HEADER_BYTES + documentLength)) {
                return MALFORMED;
            }
            position = next + HEADER_BYTES;
            length = documentLength;
            next = align(position + documentLength);
            if (!meta) {
                return DATA;
            }
        }
    }

    private boolean openNextPart() {
        if (part + 1 >= parts.size()) {
            // A writer may have begun a part since.
            parts = LogFolder.parts(folder);
            if (part + 1 >= parts.size()) {
                return false;
            }
        }
        close();
        part++;
        window = new FileWindow(parts.get(part));
        next = 0;
        return true;
    }

    /** Whether a part stands after the one where the scan is. */
    boolean hasLaterPart() {
        return part + 1 < parts.size();
    }

    /** File of the part where the scan is; null before the first. */
    Path file() {
        return window == null ? null : window.file();
    }

    FileWindow window() {
        return window;
    }

    UnsafeBuffer buffer() {
        return window.buffer();
    }

    /** Where the content of the current document lies in {@link #buffer()}. */
    int offset() {
        return window.index(position);
    }

    int length() {
        return length;
    }

    /** Where in the file the content of the current document lies. */
    long position() {
        return position;
    }

    /** Where in the file the header of the document after the current one stands or will stand. */
    long nextPosition() {
        return next;
    }

    /** CRC32C of the first {@code count} bytes of the current document. */
    int crc(CRC32C crc, int count) {
        int offset = offset();
        crc.reset();
        crc.update(window.bytes().limit(offset + count).position(offset));
        return (int) crc.getValue();
    }

    static long align(long position) {
        return position + 3 & -4L;
    }

    static long contentPosition(long headerPosition) {
        return headerPosition + HEADER_BYTES;
    }

    @Override
    public void close() {
        if (window != null) {
            window.close();
            window = null;
        }
    }
}
