package io.v11.benchmarks.micro;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.v11.benchmarks.setting.Recording;
import io.v11.config.Instrument;
import io.v11.engine.book.BookOutcome;
import io.v11.engine.book.BookSynchronizer;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;

/** One recorded depth frame into the book; at the end of the recording the feed is lost and begins anew with the snapshot. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BookBenchmark {
    /** Quiet with few levels a message, and busy with many. */
    @Param({"NEXOUSDT", "BTCUSDT"})
    public String symbol;

    private Recording recording;
    private BookSynchronizer book;
    private int[] frames;
    private int next;

    @Setup
    public void setup() {
        Recorded recorded = Recorded.open();
        recording = recorded.recording();
        Instrument instrument = recorded.configuration().instruments().find(symbol, Instrument.Market.SPOT);
        frames = recording.select(i -> recording.instrument(i) == instrument.id() && isDepth(recording.templateId(i)));
        book = new BookSynchronizer(Instrument.Market.SPOT);
        for (int i = 0; i < frames.length; i++) {
            update();
        }
        if (!book.synced() || book.count(BookOutcome.GAP) > 0 || book.count(BookOutcome.CROSSED) > 0) {
            throw new IllegalStateException("the recorded book of " + symbol + " does not hold together");
        }
    }

    private static boolean isDepth(int templateId) {
        return templateId == BookDeltaDecoder.TEMPLATE_ID || templateId == BookSnapshotDecoder.TEMPLATE_ID;
    }

    @Benchmark
    public BookOutcome update() {
        if (next == frames.length) {
            next = 0;
            book.onDisconnect();
        }
        int event = frames[next++];
        int offset = recording.offset(event);
        return recording.templateId(event) == BookDeltaDecoder.TEMPLATE_ID
                ? book.onDelta(recording.buffer(), offset, recording.length(event))
                : book.onSnapshot(recording.buffer(), offset);
    }
}
