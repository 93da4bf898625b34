package io.v11.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.agrona.DirectBuffer;

import io.v11.config.ExternalSeries;
import io.v11.config.Limits;
import io.v11.journal.event.ExternalValueDecoder;

/** Counts events by template and instrument, and external values by series, while a log is read. One thread; no allocation per event. */
final class EventCounts {
    private static final int TEMPLATES = 256;
    /** Instruments, one column for none, one for what cannot be. */
    private static final int COLUMNS = Limits.INSTRUMENTS + 2;

    private final long[] events = new long[TEMPLATES * COLUMNS];
    private final long[] messages = new long[TEMPLATES * COLUMNS];
    private final long[] bytes = new long[TEMPLATES * COLUMNS];
    /** By id of the series; the last for those that this build does not know. */
    private final long[] values = new long[ExternalSeries.count() + 1];
    private long total;
    private long totalBytes;
    private long firstSequence;
    private long lastSequence;
    private long firstTimeNs;
    private long lastTimeNs;

    void count(DirectBuffer buffer, int offset, int length) {
        int template = buffer.getShort(offset + RecordLayout.TEMPLATE_OFFSET, RecordLayout.ORDER) & 0xffff;
        int instrument = buffer.getInt(offset + RecordLayout.INSTRUMENT_OFFSET, RecordLayout.ORDER);
        int column = instrument >= -1 && instrument < Limits.INSTRUMENTS ? instrument + 1 : COLUMNS - 1;
        int cell = Math.min(template, TEMPLATES - 1) * COLUMNS + column;
        events[cell]++;
        messages[cell] += buffer.getShort(offset + RecordLayout.LAST_FRAME_OFFSET, RecordLayout.ORDER);
        bytes[cell] += length;
        if (template == ExternalValueDecoder.TEMPLATE_ID) {
            int series = buffer.getInt(offset + Limits.HEADER_BYTES + ExternalValueDecoder.seriesIdEncodingOffset(),
                    RecordLayout.ORDER);
            values[ExternalSeries.knows(series) ? series : values.length - 1]++;
        }
        lastSequence = buffer.getLong(offset + RecordLayout.SEQUENCE_OFFSET, RecordLayout.ORDER);
        lastTimeNs = buffer.getLong(offset + RecordLayout.INGEST_TIME_OFFSET, RecordLayout.ORDER);
        if (total++ == 0) {
            firstSequence = lastSequence;
            firstTimeNs = lastTimeNs;
        }
        totalBytes += length;
    }

    long total() {
        return total;
    }

    long totalBytes() {
        return totalBytes;
    }

    long firstSequence() {
        return firstSequence;
    }

    long lastSequence() {
        return lastSequence;
    }

    long firstTimeNs() {
        return firstTimeNs;
    }

    long lastTimeNs() {
        return lastTimeNs;
    }

    /** By name of the message. */
    SortedMap<String, Long> byMessage() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (JournalStatistics.Count count : cells()) {
            counts.merge(count.message(), count.events(), Long::sum);
        }
        return counts;
    }

    /** By id of the series; only what occurred. */
    List<JournalStatistics.SeriesCount> series() {
        List<JournalStatistics.SeriesCount> counts = new ArrayList<>();
        for (int id = 0; id < values.length; id++) {
            if (values[id] > 0) {
                counts.add(new JournalStatistics.SeriesCount(
                        ExternalSeries.knows(id) ? ExternalSeries.of(id).name() : "unknown", values[id]));
            }
        }
        return counts;
    }

    /** By template id, then instrument; only what occurred. */
    List<JournalStatistics.Count> cells() {
        List<JournalStatistics.Count> counts = new ArrayList<>();
        for (int cell = 0; cell < events.length; cell++) {
            if (events[cell] > 0) {
                counts.add(new JournalStatistics.Count(EventSchema.instance().name(cell / COLUMNS), cell % COLUMNS - 1,
                        messages[cell], events[cell], bytes[cell]));
            }
        }
        return counts;
    }
}
