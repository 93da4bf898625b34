package io.v11.binance.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import io.v11.binance.MessageKind;
import io.v11.config.Instrument;

/**
 * Cuts a stretch of time out of raw captures so that it can be played on its own: it starts with a depth snapshot.
 * The cut begins with the first depth update at or after the wanted time. The head is the book after that update, as a
 * snapshot line under that update's id and time; then come that update and all that follows, byte for byte. Repeating
 * the update is harmless, since quantities are absolute, and it satisfies both of Binance's rules for the first
 * update after a snapshot (spot: older ones are dropped; USD-M: U &lt;= lastUpdateId &lt;= u).
 */
public final class RecordingSlicer {
    private final Instrument instrument;
    private final long fromNs;
    private final long toNs;
    private final SliceBook book = new SliceBook();
    private long lines;
    private long firstNs;
    private long lastNs;
    private boolean done;

    private RecordingSlicer(Instrument instrument, long fromNs, long toNs) {
        this.instrument = instrument;
        this.fromNs = fromNs;
        this.toNs = toNs;
    }

    /** What was cut: lines with the snapshot line, times of the first and the last. */
    public record Slice(Path file, long lines, long firstNs, long lastNs) {
    }

    /**
     * Cuts {@code [fromNs, toNs]} out of consecutive captures of one instrument, the snapshot in the first of them.
     *
     * @param target gzip file; replaced in one step, so that a failure leaves what was there
     */
    public static Slice slice(List<Path> captures, Instrument instrument, long fromNs, long toNs, Path target) {
        return new RecordingSlicer(instrument, fromNs, toNs).slice(captures, target);
    }

    private Slice slice(List<Path> captures, Path target) {
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream out = new SmallestGzip(Files.newOutputStream(partial))) {
                for (Path capture : captures) {
                    copy(capture, out);
                }
            }
            if (lines == 0) {
                throw new ImportException("nothing to cut: no depth update of " + instrument.qualifiedName()
                        + " in the wanted time; look at the captures' times");
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ImportException(target + ": cannot be written: " + e, e);
        } finally {
            partial.toFile().delete();
        }
        return new Slice(target, lines, firstNs, lastNs);
    }

    private void copy(Path capture, OutputStream out) throws IOException {
        try (CaptureReader reader = new CaptureReader(capture, instrument)) {
            while (!done && reader.next()) {
                if (reader.timeNs() > toNs) {
                    done = true;
                } else {
                    copy(reader, out);
                }
            }
        }
    }

    /** The book follows every line, within the cut too: a cut with a gap in it is refused. */
    private void copy(CaptureReader reader, OutputStream out) throws IOException {
        MessageKind kind = reader.parse(reader.timeNs(), book);
        if (lines > 0) {
            write(reader, out);
        } else if (reader.timeNs() >= fromNs && kind == MessageKind.BOOK_DELTA) {
            begin(reader, out);
        }
    }

    private void begin(CaptureReader reader, OutputStream out) throws IOException {
        if (!book.synced()) {
            throw new ImportException(
                    reader.place() + ": no depth snapshot before the cut; begin with the capture that has "
                            + "one, or cut later");
        }
        firstNs = reader.timeNs();
        out.write(reader.line().buffer(), reader.line().start(), reader.timeLength());
        out.write((' ' + book.snapshotJson() + '\n').getBytes(StandardCharsets.UTF_8));
        lines++;
        write(reader, out);
    }

    private void write(CaptureReader reader, OutputStream out) throws IOException {
        out.write(reader.line().buffer(), reader.line().start(), reader.line().length());
        out.write('\n');
        lines++;
        lastNs = reader.timeNs();
    }

    /** Gzip at its best level; the JDK writes no time stamp into the header, so the same input gives the same bytes. */
    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
