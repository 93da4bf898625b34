package io.v11.journal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Profile.JournalSettings.Durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Kills a writing process with SIGKILL at random points; {@code -Dv11.journal.kills=N} sets how often, 5 by default. */
class JournalCrashTest {
    private static final int KILLS = Integer.getInteger("v11.journal.kills", 5);
    private static final long SEED = Long.getLong("v11.journal.seed", 20261123);

    @TempDir
    Path folder;

    /** The process to be killed: appends for ever. */
    static final class Victim {
        public static void main(String[] arguments) {
            TestEvents events = new TestEvents();
            try (JournalWriter writer = JournalWriter.open(Path.of(arguments[0]), Durability.valueOf(arguments[1]))) {
                while (true) {
                    writer.append(events.frame(), 0, events.trade(writer.lastRecord() + 1));
                }
            }
        }
    }

    @Test
    void shouldKeepEveryAcknowledgedEventWhenTheWriterIsKilled() throws Exception {
        Random random = new Random(SEED);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Durability durability = kill % 3 == 2 ? Durability.BATCH : Durability.OS;
            long acknowledged = writeAndKill(before, durability, random.nextInt(120));

            String where = "seed=" + SEED + " kill=" + kill;
            try (JournalWriter writer = JournalWriter.open(folder, durability)) {
                assertTrue(writer.lastRecord() - acknowledged >= 0 && writer.lastRecord() - acknowledged <= 1,
                        where + " acknowledged=" + acknowledged + " found=" + writer.lastRecord());
                before = writer.lastRecord();
            }
            assertEquals(before, TestEvents.readTrades(folder), where);
        }
    }

    private long writeAndKill(long before, Durability durability, int afterMs) throws Exception {
        Process victim = start(durability);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (acknowledged() <= before) {
                assertTrue(victim.isAlive() && System.nanoTime() < deadline,
                        () -> "the writing process did not begin: " + output());
                Thread.sleep(2);
            }
            Thread.sleep(afterMs);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return acknowledged();
    }

    private long acknowledged() {
        if (!HighWaterMark.exists(folder)) {
            return 0;
        }
        try (HighWaterMark mark = HighWaterMark.read(folder)) {
            return mark.record();
        } catch (JournalException beingMade) {
            return 0;
        }
    }

    private Process start(Durability durability) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("--") || argument.startsWith("-Dchronicle") || argument.startsWith("-XX")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(), folder.toString(), durability.name()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(outputFile().toFile()).start();
    }

    private Path outputFile() {
        return folder.resolveSibling(folder.getFileName() + "-victim.txt");
    }

    private String output() {
        try {
            return Files.readString(outputFile());
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
