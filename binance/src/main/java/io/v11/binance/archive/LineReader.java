package io.v11.binance.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a stream as bytes of one reused buffer, without their end ({@code \n} or {@code \r\n}).
 * The buffer grows to the longest line, at most {@value #LONGEST_LINE} bytes: a file without line ends must not fill
 * memory.
 */
final class LineReader implements Closeable {
    static final int LONGEST_LINE = 4 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private boolean ended;
    private int start;
    private int length;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        start = next;
        int scan = start;
        while (true) {
            for (; scan < filled; scan++) {
                if (buffer[scan] == '\n') {
                    return found(scan, scan + 1);
                }
            }
            if (ended) {
                return scan > start && found(scan, scan);
            }
            int searched = scan - start;
            fill();
            scan = start + searched;
        }
    }

    private boolean found(int lineEnd, int nextLine) {
        next = nextLine;
        length = lineEnd - start;
        if (length > 0 && buffer[lineEnd - 1] == '\r') {
            length--;
        }
        number++;
        return true;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            if (filled >= LONGEST_LINE) {
                throw new IOException("line longer than " + LONGEST_LINE + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** From 1; 0 before the first. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
