package io.v11.binance.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.binance.EventSink;
import io.v11.config.ExternalSeries;
import io.v11.config.Limits;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.ExternalValueEncoder;

/**
 * One external series from a CSV file: a header, then one row a period, ascending. A row's time is its publication, by
 * the rule of the series. Rows without a value (empty, or FRED's {@code .}) are skipped and counted, as are rows
 * published before or after what is wanted; anything else that cannot be read is refused with its line.
 */
final class SeriesReader implements EventSource {
    private static final List<String> DATE_COLUMNS = List.of("date", "observation_date");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d*\\.?\\d+([eE][-+]?\\d{1,3})?|[-+]?\\d+\\.");
    private static final int NO_INSTRUMENT = -1;
    private static final int LAST_YEAR = 2200;

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final ExternalValueEncoder encoder = new ExternalValueEncoder();
    private final Path file;
    private final ExternalSeries series;
    private final CountingInput counting;
    private final LineReader lines;
    private final int column;
    private long fromNs = Long.MIN_VALUE;
    private long untilNs = Long.MAX_VALUE;
    private LocalDate period = LocalDate.MIN;
    private double value;
    private long timeNs;
    private long values;
    private long firstTimeNs;
    private long lastTimeNs;
    private long empty;
    private long early;
    private long late;

    SeriesReader(InputFile.Series input) {
        file = input.path();
        series = input.series();
        try {
            counting = new CountingInput(Files.newInputStream(file));
        } catch (IOException e) {
            throw new ImportException(file + ": cannot be read: " + e, e);
        }
        try {
            boolean gzip = file.getFileName().toString().endsWith(".gz");
            InputStream content = gzip ? new GZIPInputStream(counting) : counting;
            lines = new LineReader(content);
            column = column();
        } catch (IOException e) {
            close();
            throw broken(e);
        } catch (ImportException e) {
            close();
            throw e;
        }
    }

    private int column() throws IOException {
        String[] names = lines.next() ? cells() : new String[0];
        if (names.length > 0 && DATE_COLUMNS.contains(names[0].toLowerCase(Locale.ROOT))) {
            for (int i = 1; i < names.length; i++) {
                if (series.isColumn(names[i])) {
                    return i;
                }
            }
        }
        throw refused("the header of " + series.fileName() + " must be 'date," + series.column()
                + "' (more columns may follow), is '" + String.join(",", names) + "'", null);
    }

    /** Takes only what was published at or after {@code fromNs} and before {@code untilNs}; to be set before reading. */
    void window(long fromNs, long untilNs) {
        this.fromNs = fromNs;
        this.untilNs = untilNs;
    }

    @Override
    public boolean next() {
        while (nextRow()) {
            if (timeNs < fromNs) {
                early++;
            } else if (timeNs >= untilNs) {
                late++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Leaves out the row it stands on and all after it, since nothing follows that could use them. */
    void leaveOutRest() {
        do {
            late++;
        } while (nextRow());
    }

    /** Goes to the next row that has a value. */
    private boolean nextRow() {
        try {
            while (lines.next()) {
                String[] cells = cells();
                readPeriod(cells);
                String cell = column < cells.length ? cells[column].strip() : "?";
                if (cell.isEmpty() || cell.equals(".")) {
                    empty++;
                } else {
                    readValue(cell);
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private String[] cells() {
        return new String(lines.buffer(), lines.start(), lines.length(), StandardCharsets.UTF_8).split(",", -1);
    }

    private void readPeriod(String[] cells) {
        LocalDate date;
        try {
            date = LocalDate.parse(cells[0]);
        } catch (DateTimeParseException e) {
            throw refused("a row must begin with a date such as 2023-10-13, begins with '" + cells[0]
                    + "'; mend or remove the line", e);
        }
        if (!date.isAfter(period)) {
            throw refused("the date does not come after the one before it, " + period
                    + "; sort the rows and keep one for each date", null);
        }
        if (date.getYear() > LAST_YEAR || date.getYear() < 1700) {
            throw refused("the year of " + date + " is not within 1700 to " + LAST_YEAR, null);
        }
        period = date;
        timeNs = series.publishedNs(date);
    }

    private void readValue(String cell) {
        if (!NUMBER.matcher(cell).matches() || !Double.isFinite(value = Double.parseDouble(cell))) {
            throw refused("column " + (column + 1) + " holds no finite number but '" + cell
                    + "'; a value that is not known is an empty cell", null);
        }
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public void emit(long ingestTimeNs, EventSink sink) {
        encoder.wrapAndApplyHeader(buffer, 0, header).seriesId(series.id())
                .periodStartNs(period.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC) * 1_000_000_000L)
                .value(value);
        header.sequence(0).ingestTimeNs(ingestTimeNs).venueTimeNs(0).instrument(NO_INSTRUMENT).frameIndex(0)
                .lastFrame(1);
        if (values++ == 0) {
            firstTimeNs = ingestTimeNs;
        }
        lastTimeNs = ingestTimeNs;
        sink.onEvent(buffer, 0, encoder.limit());
    }

    ImportReport.Values report() {
        return new ImportReport.Values(series.name(), values, firstTimeNs, lastTimeNs, empty, early, late);
    }

    @Override
    public int instrumentId() {
        return NO_INSTRUMENT;
    }

    @Override
    public String stream() {
        return series.name();
    }

    @Override
    public String place() {
        return file + ":" + lines.number();
    }

    @Override
    public long bytesRead() {
        return counting.count();
    }

    private ImportException refused(String what, Throwable cause) {
        return ImportException.at(file, Math.max(1, lines.number()), what, cause);
    }

    private ImportException broken(IOException cause) {
        String what = cause instanceof EOFException
                ? "the file ends in the middle: it is truncated; fetch it again"
                : "cannot be read (" + cause.getMessage() + "); fetch the file again";
        return ImportException.at(file, lines == null ? 1 : lines.number() + 1, what, cause);
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
