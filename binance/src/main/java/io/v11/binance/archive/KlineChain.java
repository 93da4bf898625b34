package io.v11.binance.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import io.v11.binance.EventSink;
import io.v11.binance.MalformedMessageException;
import io.v11.config.Instrument;

/**
 * The klines of one instrument and interval over any number of files, one open at a time. A bar's time is its
 * scheduled close (open + interval): nobody could know it before. Bars that are missing are counted, the same bar
 * twice is dropped and counted; going back in time, or two different bars for one time, is refused. Bars that open
 * outside the span are neither looked at nor counted.
 */
final class KlineChain implements EventSource {
    private static final int REMEMBERED_GAPS = 100;

    private final Instrument instrument;
    private final long intervalNs;
    private final ImportSpan span;
    private final Queue<InputFile.Klines> waiting;
    private final KlineRow row = new KlineRow();
    private final KlineRow last = new KlineRow();
    private final List<ImportReport.Gap> gaps = new ArrayList<>();
    private InputFile.Klines file;
    private KlineRows rows;
    private long bars;
    private long gapCount;
    private long missing;
    private long duplicates;
    private long bytesDone;

    /** @param files of one instrument and interval, in order of time */
    KlineChain(List<InputFile.Klines> files, ImportSpan span) {
        this.span = span;
        waiting = new ArrayDeque<>(files);
        file = files.getFirst();
        instrument = file.instrument();
        intervalNs = file.intervalNs();
    }

    /** Interval of a file whose name does not tell, from its first bar. */
    static long intervalNs(InputFile.Klines file) {
        KlineRow first = new KlineRow();
        try (KlineRows rows = open(file)) {
            long length = rows.next(first) ? first.lengthNs() : 0;
            if (KlineInterval.name(length).isEmpty()) {
                throw new ImportException(file.path() + ": neither name nor first bar tells the interval; say it, e.g. "
                        + "--interval 1h");
            }
            return length;
        } catch (IOException e) {
            throw broken(file.path(), 1, e);
        } catch (MalformedMessageException e) {
            throw ImportException.at(file.path(), 1, e.getMessage(), e);
        }
    }

    private static KlineRows open(InputFile.Klines file) throws IOException {
        return file.format() == InputFile.Klines.Format.KLINE_ZIP
                ? new CsvKlines(file.path())
                : new JsonKlines(file.path());
    }

    @Override
    public boolean next() {
        try {
            while (rows != null || openNext()) {
                if (!rows.next(row)) {
                    closeFile();
                } else if (row.openTimeNs() >= span.untilNs()) {
                    closeFile();
                    waiting.clear();
                } else if (row.openTimeNs() >= span.fromNs() && accept()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw broken(file.path(), rows == null ? 1 : rows.number() + 1, e);
        } catch (MalformedMessageException e) {
            throw refused(e.getMessage(), e);
        }
    }

    private void closeFile() throws IOException {
        rows.close();
        rows = null;
        bytesDone += file.bytes();
    }

    private boolean openNext() throws IOException {
        if (waiting.isEmpty()) {
            return false;
        }
        file = waiting.remove();
        rows = open(file);
        return true;
    }

    /** False for a bar that was there before. */
    private boolean accept() {
        if (bars > 0) {
            long step = row.openTimeNs() - last.openTimeNs();
            if (step < 0) {
                throw refused(
                        "the bar opens before the one before it; give each day or month once, in files that do not "
                                + "overlap",
                        null);
            }
            if (step == 0) {
                if (!row.same(last)) {
                    throw refused("a different bar for the same time; keep the file that is right", null);
                }
                duplicates++;
                return false;
            }
            acceptGap(step);
        }
        last.copyFrom(row);
        bars++;
        return true;
    }

    private void acceptGap(long step) {
        if (step % intervalNs != 0) {
            throw refused("the bar does not open a whole number of intervals (" + KlineInterval.name(intervalNs)
                    + ") after the one before it", null);
        }
        long absent = step / intervalNs - 1;
        if (absent > 0) {
            gapCount++;
            missing += absent;
            if (gaps.size() < REMEMBERED_GAPS) {
                gaps.add(new ImportReport.Gap(last.openTimeNs() + intervalNs, row.openTimeNs(), absent));
            }
        }
    }

    @Override
    public long timeNs() {
        return row.openTimeNs() + intervalNs;
    }

    @Override
    public void emit(long ingestTimeNs, EventSink sink) {
        row.emit(instrument.id(), intervalNs, ingestTimeNs, sink);
    }

    ImportReport.Series series() {
        return new ImportReport.Series(stream(), bars, duplicates, gapCount, missing, List.copyOf(gaps));
    }

    @Override
    public int instrumentId() {
        return instrument.id();
    }

    @Override
    public String stream() {
        return instrument.qualifiedName() + " " + KlineInterval.name(intervalNs);
    }

    @Override
    public String place() {
        return file.path() + ":" + (rows == null ? 0 : rows.number());
    }

    @Override
    public long bytesRead() {
        return bytesDone;
    }

    private ImportException refused(String what, Throwable cause) {
        return ImportException.at(file.path(), rows.number(), what, cause);
    }

    private static ImportException broken(Path file, long line, IOException cause) {
        String what = cause instanceof EOFException
                ? "the file ends in the middle: it is truncated; fetch it again"
                : "the archive is corrupt (" + cause.getMessage() + "); fetch it again";
        return ImportException.at(file, line, what, cause);
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            throw new ImportException(file.path() + ": cannot be closed: " + e, e);
        }
    }
}
