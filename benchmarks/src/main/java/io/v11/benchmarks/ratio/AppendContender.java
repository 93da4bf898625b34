package io.v11.benchmarks.ratio;

import java.nio.file.Path;

import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.benchmarks.subject.RawLog;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalWriter;

/** Appends recorded frames to an empty log, which is thrown away behind the block before anything is written back. */
abstract sealed class AppendContender implements Contender {
    /** Frames that are cycled through: small enough for the cache, so that the log is measured and not the memory. */
    private static final int FRAMES = 1024;

    private final String name;
    private final Recording recording;
    private final Scratch scratch;
    private final int first;
    private Path folder;

    private AppendContender(String name, Recording recording, Scratch scratch) {
        this.name = name;
        this.recording = recording;
        this.scratch = scratch;
        // Half a session in: no snapshots, which are rare and large.
        this.first = (recording.lastSession() + recording.count() - FRAMES) / 2;
    }

    static Contender journal(Recording recording, Scratch scratch) {
        return new Journal(recording, scratch);
    }

    static Contender raw(Recording recording, Scratch scratch) {
        return new Raw(recording, scratch);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void begin() {
        folder = scratch.fresh("append");
        open(folder);
    }

    @Override
    public final double run(int operations) {
        long start = System.nanoTime();
        for (int i = 0; i < operations; i++) {
            append(recording, first + i % FRAMES);
        }
        long nanos = System.nanoTime() - start;
        if (count() != operations) {
            throw new IllegalStateException(name + " holds " + count() + " of " + operations + " frames");
        }
        return nanos / (double) operations;
    }

    @Override
    public final void end() {
        shut();
        Scratch.delete(folder);
    }

    abstract void open(Path into);

    abstract void append(Recording source, int event);

    abstract long count();

    abstract void shut();

    private static final class Journal extends AppendContender {
        private JournalWriter writer;

        Journal(Recording recording, Scratch scratch) {
            super("journal append", recording, scratch);
        }

        @Override
        void open(Path into) {
            writer = JournalWriter.open(into, Durability.OS);
        }

        @Override
        void append(Recording source, int event) {
            writer.append(source.buffer(), source.offset(event), source.length(event));
        }

        @Override
        long count() {
            return writer.lastRecord();
        }

        @Override
        void shut() {
            writer.close();
        }
    }

    private static final class Raw extends AppendContender {
        private RawLog log;

        Raw(Recording recording, Scratch scratch) {
            super("raw document", recording, scratch);
        }

        @Override
        void open(Path into) {
            log = RawLog.write(into);
        }

        @Override
        void append(Recording source, int event) {
            log.append(source.buffer(), source.offset(event), source.length(event));
        }

        @Override
        long count() {
            return log.count();
        }

        @Override
        void shut() {
            log.close();
        }
    }
}
