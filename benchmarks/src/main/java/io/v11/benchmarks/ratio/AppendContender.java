package io.v11.benchmarks.ratio;

import java.nio.file.Path;
import java.util.Arrays;

import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.benchmarks.subject.RawLog;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalWriter;

/** Appends recorded frames to an empty log, which is thrown away behind the block before anything is written back. */
abstract sealed class AppendContender implements Contender {
    /** Frames that are cycled through: small enough for the cache, so that the log is measured and not the memory. */
    private static final int FRAMES = 1024;
    /** Appends between two looks at the clock: few enough that most batches meet no new page. */
    private static final int BATCH = 4;

    private final String name;
    private final boolean mean;
    private final Recording recording;
    private final Scratch scratch;
    private final int first;
    private Path folder;

    private AppendContender(String name, boolean mean, Recording recording, Scratch scratch) {
        this.name = name;
        this.mean = mean;
        this.recording = recording;
        this.scratch = scratch;
        // Half a session in: no snapshots, which are rare and large.
        this.first = (recording.lastSession() + recording.count() - FRAMES) / 2;
    }

    /** @param mean the cost of a block is its mean, new pages and all; else its median, as of an append that meets none */
    static Contender journal(boolean mean, Recording recording, Scratch scratch) {
        return new Journal(mean, recording, scratch);
    }

    /** @param mean as of {@link #journal} */
    static Contender raw(boolean mean, Recording recording, Scratch scratch) {
        return new Raw(mean, recording, scratch);
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
        long[] batches = new long[operations / BATCH];
        long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < batches.length; i++) {
            for (int j = i * BATCH; j < (i + 1) * BATCH; j++) {
                append(recording, first + j % FRAMES);
            }
            long now = System.nanoTime();
            batches[i] = now - last;
            last = now;
        }
        if (count() != (long) batches.length * BATCH) {
            throw new IllegalStateException(name + " holds " + count() + " of " + operations + " frames");
        }
        if (mean) {
            return (last - start) / (double) (batches.length * BATCH);
        }
        Arrays.sort(batches);
        return batches[batches.length / 2] / (double) BATCH;
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

        Journal(boolean mean, Recording recording, Scratch scratch) {
            super("journal append", mean, recording, scratch);
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

        Raw(boolean mean, Recording recording, Scratch scratch) {
            super("raw document", mean, recording, scratch);
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
