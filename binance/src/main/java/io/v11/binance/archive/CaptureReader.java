package io.v11.binance.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.v11.binance.EpochTime;
import io.v11.binance.EventSink;
import io.v11.binance.MalformedMessageException;
import io.v11.binance.MessageKind;
import io.v11.binance.SkippedMessages;
import io.v11.binance.StreamMessageParser;
import io.v11.config.Instrument;

/**
 * A raw capture of one instrument: one message a line, local receive time (epoch ns, µs or ms, told by magnitude),
 * one blank, the JSON as received; gzip when the name ends in {@code .gz}. Every failure names file and line.
 */
final class CaptureReader implements EventSource {
    private static final int GZIP_BUFFER = 1 << 16;

    private final Path file;
    private final StreamMessageParser parser;
    private final CountingInput counting;
    private final LineReader lines;
    private long timeNs;
    private int jsonStart;

    CaptureReader(Path file, Instrument instrument) {
        this.file = file;
        parser = new StreamMessageParser(instrument);
        try {
            counting = new CountingInput(Files.newInputStream(file));
        } catch (IOException e) {
            throw new ImportException(file + ": cannot be read: " + e, e);
        }
        try {
            boolean gzip = file.getFileName().toString().endsWith(".gz");
            InputStream content = gzip ? new GZIPInputStream(counting, GZIP_BUFFER) : counting;
            lines = new LineReader(content);
        } catch (IOException e) {
            close();
            throw broken(1, e);
        }
    }

    @Override
    public boolean next() {
        try {
            if (!lines.next()) {
                return false;
            }
        } catch (IOException e) {
            throw broken(lines.number() + 1, e);
        }
        readTime();
        return true;
    }

    private void readTime() {
        byte[] line = lines.buffer();
        int at = lines.start();
        int end = at + lines.length();
        long time = 0;
        for (; at < end && line[at] >= '0' && line[at] <= '9'; at++) {
            if (time > (Long.MAX_VALUE - 9) / 10) {
                throw refused("local receive time has too many digits", null);
            }
            time = time * 10 + (line[at] - '0');
        }
        if (at == lines.start() || at >= end || line[at] != ' ') {
            throw refused("a line must be: local receive time (epoch ns, us or ms), one blank, JSON", null);
        }
        timeNs = EpochTime.toNanos(time);
        jsonStart = at + 1;
    }

    @Override
    public void emit(long ingestTimeNs, EventSink sink) {
        parse(ingestTimeNs, sink);
    }

    /** As {@link #emit}, telling what the message was. */
    MessageKind parse(long ingestTimeNs, EventSink sink) {
        int jsonLength = lines.start() + lines.length() - jsonStart;
        try {
            return parser.parse(lines.buffer(), jsonStart, jsonLength, ingestTimeNs, sink);
        } catch (MalformedMessageException e) {
            throw refused(
                    e.getMessage() + " of the JSON; cut the line out, or import the part of the capture before it", e);
        }
    }

    private ImportException refused(String what, Throwable cause) {
        return ImportException.at(file, lines.number(), what, cause);
    }

    private ImportException broken(long line, IOException cause) {
        String what = switch (cause) {
            case EOFException _ -> "the file ends in the middle: it is truncated; fetch it again";
            case ZipException _ -> "the gzip data are corrupt (" + cause.getMessage() + "); fetch the file again";
            default -> cause.getMessage();
        };
        return ImportException.at(file, line, what, cause);
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public int instrumentId() {
        return parser.instrument().id();
    }

    @Override
    public String stream() {
        return parser.instrument().qualifiedName() + " capture";
    }

    @Override
    public String place() {
        return file + ":" + lines.number();
    }

    @Override
    public long bytesRead() {
        return counting.count();
    }

    SkippedMessages skipped() {
        return parser.skipped();
    }

    /** The current line with its time. */
    LineReader line() {
        return lines;
    }

    /** Digits of the current line's time, as written. */
    int timeLength() {
        return jsonStart - 1 - lines.start();
    }

    @Override
    public void close() {
        try {
            counting.close();
        } catch (IOException e) {
            throw new ImportException(file + ": cannot be closed: " + e, e);
        }
    }
}
