package io.v11.training.backtest.run;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * Several journals of market data made one, in order of ingest time; at the same time the one that was named first goes first.
 * The frames of one message stay together. Numbers are given anew.
 */
public final class MergedJournals {
    private MergedJournals() {
    }

    /** @param folder of the journal to make, which must not be there @return events written */
    public static long write(List<Path> journals, Path folder) {
        if (Files.exists(folder)) {
            throw new ConfigurationException(folder + " is there already; journals are merged into a new one");
        }
        UnsafeBuffer frame = new UnsafeBuffer(new byte[Limits.FRAME_BYTES]);
        long sequence = 0;
        List<Source> sources = new ArrayList<>();
        try (JournalWriter writer = JournalWriter.open(folder.resolve("input"), Durability.OS)) {
            for (Path journal : journals) {
                sources.add(new Source(JournalReader.open(journal.resolve("input"))));
            }
            for (Source source = first(sources); source != null; source = first(sources)) {
                boolean last;
                do {
                    last = source.header.lastFrame() == 1;
                    int length = source.reader.length();
                    frame.putBytes(0, source.reader.buffer(), source.reader.offset(), length);
                    frame.putLong(EventHeaderDecoder.sequenceEncodingOffset(), ++sequence, ByteOrder.LITTLE_ENDIAN);
                    writer.append(frame, 0, length);
                    source.advance();
                } while (!last && source.alive);
            }
        } finally {
            sources.forEach(source -> source.reader.close());
        }
        return sequence;
    }

    private static Source first(List<Source> sources) {
        Source first = null;
        for (Source source : sources) {
            if (source.alive && (first == null || source.header.ingestTimeNs() < first.header.ingestTimeNs())) {
                first = source;
            }
        }
        return first;
    }

    /** A journal and the frame that it is at. */
    private static final class Source {
        private final JournalReader reader;
        private final EventHeaderDecoder header = new EventHeaderDecoder();
        private boolean alive;

        Source(JournalReader reader) {
            this.reader = reader;
            advance();
        }

        void advance() {
            alive = reader.next();
            if (alive) {
                header.wrap(reader.buffer(), reader.offset());
            }
        }
    }
}
