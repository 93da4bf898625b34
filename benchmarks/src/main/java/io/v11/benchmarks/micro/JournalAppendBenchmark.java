package io.v11.benchmarks.micro;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.benchmarks.subject.RawLog;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalWriter;

/** A recorded frame into the journal, and into a bare Chronicle Queue. Every iteration begins with empty logs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalAppendBenchmark {
    private static final int FRAMES = 1024;

    private Recording recording;
    private Scratch scratch;
    private int first;
    private int next;
    private Path folder;
    private JournalWriter writer;
    private RawLog raw;
    private long appended;

    @Setup
    public void setup() {
        Recorded recorded = Recorded.open();
        recording = recorded.recording();
        scratch = Scratch.in(recorded.home().runs());
        first = (recording.lastSession() + recording.count() - FRAMES) / 2;
    }

    @Setup(Level.Iteration)
    public void open() {
        folder = scratch.fresh("append");
        writer = JournalWriter.open(folder.resolve("journal"), Durability.OS);
        raw = RawLog.write(folder.resolve("raw"));
        appended = 0;
    }

    @Benchmark
    public long journal() {
        int event = event();
        return writer.append(recording.buffer(), recording.offset(event), recording.length(event));
    }

    @Benchmark
    public void rawDocument() {
        int event = event();
        raw.append(recording.buffer(), recording.offset(event), recording.length(event));
    }

    private int event() {
        appended++;
        return first + (next++ & FRAMES - 1);
    }

    @TearDown(Level.Iteration)
    public void shut() {
        long kept = writer.lastRecord() + raw.count();
        writer.close();
        raw.close();
        Scratch.delete(folder);
        if (kept != appended) {
            throw new IllegalStateException("the log holds " + kept + " of " + appended + " frames");
        }
    }

    @TearDown
    public void tearDown() {
        scratch.close();
    }
}
