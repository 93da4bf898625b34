package io.v11.benchmarks.micro;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.benchmarks.subject.RawLog;
import io.v11.config.Configuration;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;

/** A recorded event from the journal, checked and its header decoded; and a document from a bare tailer. Opened anew at the end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalReadBenchmark {
    private static final long END = Long.MIN_VALUE;

    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private Scratch scratch;
    private Path log;
    private Path rawFolder;
    private JournalReader reader;
    private RawLog raw;

    @Setup
    public void setup() {
        Home home = Home.find();
        log = Recording.imported(home, Configuration.load(home.config(), "backtest").instruments());
        scratch = Scratch.in(home.runs());
        rawFolder = scratch.fresh("raw");
        Recording recording = Recording.load(log);
        try (RawLog copy = RawLog.write(rawFolder)) {
            for (int i = 0; i < recording.count(); i++) {
                copy.append(recording.buffer(), recording.offset(i), recording.length(i));
            }
        }
        reader = JournalReader.open(log);
        raw = RawLog.read(rawFolder);
    }

    @Benchmark
    public long journal() {
        if (!reader.next()) {
            reader.close();
            reader = JournalReader.open(log);
            reader.next();
        }
        header.wrap(reader.buffer(), reader.offset());
        return header.ingestTimeNs() + header.templateId() + header.instrument();
    }

    @Benchmark
    public long rawTailer() {
        long bytes = raw.next(END);
        if (bytes == END) {
            raw.close();
            raw = RawLog.read(rawFolder);
            bytes = raw.next(END);
        }
        return bytes;
    }

    @TearDown
    public void tearDown() {
        reader.close();
        raw.close();
        scratch.close();
    }
}
