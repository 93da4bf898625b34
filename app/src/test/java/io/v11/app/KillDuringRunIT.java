package io.v11.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.HighWaterMark;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalWriter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** kill -9 of a real run at random points. {@code -Dv11.kills=20} for as many as one likes. */
class KillDuringRunIT {
    private static final int KILLS = Integer.getInteger("v11.kills", 2);
    private static final long SEED = Long.getLong("v11.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void shouldKeepEveryAcknowledgedEventAndStartCleanly() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        Path market = Bundled.market();
        for (int kill = 0; kill < KILLS; kill++) {
            Path run = folder.resolve("run-" + kill);
            String context = "kill " + kill + " of seed " + SEED;
            long acknowledged = runAndKill(run, market, random.nextInt(100, 3_000));

            long events = assertReadable(run.resolve("input"), acknowledged, context);
            assertReadable(run.resolve("derived"), 0, context);
            assertContinues(run.resolve("input"), events, context);
        }
    }

    /** @return the last record that was acknowledged before the kill */
    private static long runAndKill(Path run, Path market, int afterMillis) throws IOException, InterruptedException {
        Process process = ChildProcess.start("run", "--profile", "shared", "--pace", "20000/s", "--journal",
                market.toString(), "--out", run.toString());
        while (!Files.exists(run.resolve("input").resolve("high-water")) && process.isAlive()) {
            Thread.sleep(5);
        }
        Thread.sleep(afterMillis);
        long acknowledged;
        try (HighWaterMark mark = HighWaterMark.read(run.resolve("input"))) {
            acknowledged = mark.record();
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process does not die");
        return acknowledged;
    }

    private static long assertReadable(Path log, long acknowledged, String context) {
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            assertTrue(writer.lastRecord() >= acknowledged,
                    context + ": acknowledged " + acknowledged + ", found " + writer.lastRecord());
        }
        long events = 0;
        try (JournalReader reader = JournalReader.open(log)) {
            while (reader.next()) {
                events++;
            }
        }
        return events;
    }

    /** The next start takes the log and numbers on. */
    private static void assertContinues(Path log, long events, String context) {
        org.agrona.concurrent.UnsafeBuffer frame = new org.agrona.concurrent.UnsafeBuffer(new byte[4096]);
        int length = 0;
        long last = 0;
        try (JournalReader reader = JournalReader.open(log)) {
            while (reader.next()) {
                length = reader.length();
                frame.putBytes(0, reader.buffer(), reader.offset(), length);
                last = reader.sequence();
            }
        }
        if (events == 0) {
            return;
        }
        frame.putLong(io.v11.journal.event.EventHeaderDecoder.sequenceEncodingOffset(), last + 1);
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            assertEquals(last, writer.lastSequence(), context);
            writer.append(frame, 0, length);
            assertEquals(last + 1, writer.lastSequence(), context);
        }
    }
}
