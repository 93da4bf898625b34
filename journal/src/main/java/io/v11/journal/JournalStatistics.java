package io.v11.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What a log holds, in numbers. Reading it verifies it: damage throws {@link JournalCorruptException}.
 *
 * @param folder        the log
 * @param events        how many
 * @param eventBytes    bytes of their frames
 * @param fileBytes     bytes of the log's parts, with framing, index and chain
 * @param firstSequence of the first event; 0 when there is none, as in the next three
 * @param lastSequence  of the last event
 * @param firstTimeNs   ingest time of the first event
 * @param lastTimeNs    ingest time of the last event
 * @param counts        by message and instrument, in the order of the schema
 * @param series        external values by series, in order of their ids
 */
public record JournalStatistics(Path folder, long events, long eventBytes, long fileBytes, long firstSequence,
        long lastSequence, long firstTimeNs, long lastTimeNs, List<Count> counts,
        List<SeriesCount> series) {
    private static final long PROGRESS_INTERVAL = 1 << 16;

    /**
     * @param message    name in events.xml
     * @param instrument id in config/instruments.yaml; -1 for none
     * @param messages   whole messages: a deep book is one message in several frames
     * @param events     frames
     * @param bytes      of their frames
     */
    public record Count(String message, int instrument, long messages, long events, long bytes) {
    }

    /** @param name in ExternalSeries, or {@code unknown} for ids of a later version */
    public record SeriesCount(String name, long values) {
    }

    /** Reads the log from end to end. */
    public static JournalStatistics of(Path folder) {
        return of(folder, _ -> {
        });
    }

    /** @param progress told the number of events read so far, now and then */
    public static JournalStatistics of(Path folder, LongConsumer progress) {
        EventCounts counts = new EventCounts();
        try (JournalReader reader = JournalReader.open(folder)) {
            while (reader.next()) {
                counts.count(reader.buffer(), reader.offset(), reader.length());
                if (reader.recordNumber() % PROGRESS_INTERVAL == 0) {
                    progress.accept(reader.recordNumber());
                }
            }
        }
        progress.accept(counts.total());
        return new JournalStatistics(folder, counts.total(), counts.totalBytes(), fileBytes(folder),
                counts.firstSequence(), counts.lastSequence(), counts.firstTimeNs(), counts.lastTimeNs(),
                counts.cells(), counts.series());
    }

    private static long fileBytes(Path folder) {
        long bytes = 0;
        for (Path part : LogFolder.parts(folder)) {
            try {
                bytes += Files.size(part);
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read the size of " + part, failure);
            }
        }
        return bytes;
    }

    /** Bytes on disk per event, 0 when there is none. */
    public double bytesPerEvent() {
        return events == 0 ? 0 : fileBytes / (double) events;
    }

    /** Events of one message, all instruments together. */
    public long events(String message) {
        long sum = 0;
        for (Count count : counts) {
            sum += count.message.equals(message) ? count.events : 0;
        }
        return sum;
    }
}
