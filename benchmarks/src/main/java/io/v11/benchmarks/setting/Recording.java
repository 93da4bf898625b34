package io.v11.benchmarks.setting;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.binance.archive.ImportInput;
import io.v11.binance.archive.ImportProgress;
import io.v11.binance.archive.JournalImport;
import io.v11.config.Instruments;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * Recorded market events in memory, so that what reads them costs a measurement nothing but a copy. Immutable after
 * loading but for the bytes themselves; direct memory, about as much as the journal has.
 */
public final class Recording {
    private final UnsafeBuffer frames;
    private final int[] offsets;
    private final EventHeaderDecoder header = new EventHeaderDecoder();

    private Recording(UnsafeBuffer frames, int[] offsets) {
        this.frames = frames;
        this.offsets = offsets;
    }

    /** The bundled recording as a journal, where {@code v11 run} has it too; imported on first use. */
    public static Path imported(Home home, Instruments instruments) {
        return imported(home, instruments, home.runs().resolve("recording"));
    }

    static Path imported(Home home, Instruments instruments, Path journal) {
        new JournalImport(instruments).run(ImportInput.of(List.of(home.recordings())), journal, ImportProgress.NONE);
        return journal.resolve(JournalImport.INPUT_LOG);
    }

    /** Reads a whole log. */
    public static Recording load(Path log) {
        int events = 0;
        long bytes = 0;
        try (JournalReader reader = JournalReader.open(log)) {
            while (reader.next()) {
                events++;
                bytes += reader.length();
            }
        }
        UnsafeBuffer frames = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.toIntExact(bytes)));
        int[] offsets = new int[events + 1];
        try (JournalReader reader = JournalReader.open(log)) {
            for (int i = 0; i < events; i++) {
                reader.next();
                frames.putBytes(offsets[i], reader.buffer(), reader.offset(), reader.length());
                offsets[i + 1] = offsets[i] + reader.length();
            }
        }
        return new Recording(frames, offsets);
    }

    public int count() {
        return offsets.length - 1;
    }

    public UnsafeBuffer buffer() {
        return frames;
    }

    /** Where the event lies in {@link #buffer()}. */
    public int offset(int event) {
        return offsets[event];
    }

    public int length(int event) {
        return offsets[event + 1] - offsets[event];
    }

    public long timeNs(int event) {
        return header.wrap(frames, offsets[event]).ingestTimeNs();
    }

    public int templateId(int event) {
        return header.wrap(frames, offsets[event]).templateId();
    }

    public int instrument(int event) {
        return header.wrap(frames, offsets[event]).instrument();
    }

    /** The events that satisfy a condition, in order. */
    public int[] select(IntPredicate condition) {
        return IntStream.range(0, count()).filter(condition).toArray();
    }

    /** First event after the longest hole in time: where the busiest captures begin, each with its snapshot. */
    public int lastSession() {
        int first = 0;
        long longest = 0;
        for (int i = 1; i < count(); i++) {
            long hole = timeNs(i) - timeNs(i - 1);
            if (hole > longest) {
                longest = hole;
                first = i;
            }
        }
        return first;
    }

    /** A source that plays {@code count} events from {@code first} on. */
    public RecordingSource source(int first, int count) {
        return new RecordingSource(this, first, Math.min(count(), first + count));
    }
}
