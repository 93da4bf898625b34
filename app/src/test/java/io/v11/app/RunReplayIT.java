package io.v11.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.config.Profile.Threading.Mode;
import io.v11.engine.EngineFailure;
import io.v11.engine.play.RunReport;
import io.v11.engine.replay.Replay;
import io.v11.journal.JournalCorruptException;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FeatureVectorDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One run of the bundled recording, then every way to replay it. */
class RunReplayIT {
    @TempDir
    static Path folder;
    private static Path run;
    private static RunReport report;

    @BeforeAll
    static void playTheRecording() {
        run = folder.resolve("run");
        report = Bundled.run(Bundled.configuration("latency", Mode.INVOKER, "max"), run);
    }

    @Test
    void shouldDecideOrderAndFillOnRealData() {
        assertNull(report.failure());
        assertTrue(report.marketEvents() > 120_000, "market events " + report.marketEvents());
        assertTrue(report.summary().decisions() > 20_000, "decisions " + report.summary().decisions());
        assertTrue(report.summary().orders() > 0 && report.summary().fills() > 0, "orders and fills");
        assertEquals(0, report.lateOrders(), "inline no order can be late");
        assertTrue(report.summary().maximumDrawdownFraction() < 0.08, "drawdown");
        assertTrue(report.summary().feesE8() > 0, "fees are charged");
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"INVOKER", "SHARED", "DEDICATED"})
    void shouldConcludeTheSameInEveryMode(Mode mode) {
        Replay.Result result = replay(run, mode);

        assertNull(result.failure());
        assertNull(result.divergence(), () -> result.divergence().describe());
        assertEquals(report.events(), result.events());
        assertTrue(result.compared() > 2 * report.summary().decisions(), "compared " + result.compared());
        assertEquals(report.summary(), result.summary());
    }

    @Test
    void shouldExitWithFourWhenTheEngineStopped() {
        EngineFailure failure = new EngineFailure("risk", 5, 6, 1, "00ff", new IllegalStateException("planted"));
        RunReport stopped = new RunReport(report.folder(), report.profile(), report.plan(),
                report.configurationSha256(), report.models(), report.combiner(), report.features(),
                report.marketEvents(),
                report.events(), report.elapsedNanos(), report.measuredEvents(), report.stages(),
                report.tickToDecision(), report.tickToOrder(), report.allocations(), report.lateOrders(),
                report.summary(), failure);

        assertEquals(ExitCode.ENGINE_FAILURE, RunCommand.exitCode(stopped));
        assertTrue(
                RunReportText.lines(stopped).getLast().startsWith("FAIL: the engine stopped: stage=risk sequence=5"));
    }

    @Test
    void shouldConcludeTheSameInASecondProcess() throws IOException, InterruptedException {
        ChildProcess.Result result = ChildProcess.run("replay", run.toString(), "--verify");

        assertEquals(ExitCode.OK, result.exitCode(), result.output());
        assertTrue(result.output().contains("byte for byte"), result.output());
    }

    @Test
    void shouldMakeTheSameRunTwiceInline() {
        RunReport again = Bundled.run(Bundled.configuration("latency", Mode.INVOKER, "max"), folder.resolve("again"));

        assertEquals(report.summary(), again.summary());
    }

    @Test
    void shouldNameTheSequenceOfAFlippedByte() throws IOException {
        Path copy = folder.resolve("flipped");
        Bundled.copy(run, copy);
        flipByte(copy.resolve("input"), 0.5);

        JournalCorruptException failure = assertThrows(JournalCorruptException.class,
                () -> replay(copy, Mode.INVOKER));

        assertTrue(failure.firstBadSequence() > 0 && failure.getMessage().contains("firstBadSequence="),
                failure.getMessage());
    }

    @Test
    void shouldExitWithThreeWhenTheDerivedLogIsDamaged() throws IOException, InterruptedException {
        Path copy = folder.resolve("damaged");
        Bundled.copy(run, copy);
        flipByte(copy.resolve("derived"), 0.3);

        ChildProcess.Result result = ChildProcess.run("replay", copy.toString(), "--verify");

        assertEquals(ExitCode.JOURNAL_CORRUPT, result.exitCode(), result.output());
        assertTrue(result.output().contains("FAIL: stage=record sequence="), result.output());
    }

    @Test
    void shouldNameSequenceAndStageOfAForgedConclusion() throws IOException {
        Path copy = folder.resolve("forged");
        Bundled.copy(run.resolve("input"), copy.resolve("input"));
        long forged = forgeVector(run.resolve("derived"), copy.resolve("derived"), 5_000);

        Replay.Result result = replay(copy, Mode.INVOKER);

        assertNotNull(result.divergence());
        assertEquals(forged, result.divergence().sequence());
        assertEquals("feature", result.divergence().stage());
    }

    private static Replay.Result replay(Path from, Mode mode) {
        return new Replay(from, Bundled.models(), mode, Threads.cores(), core -> {
        }).run(true);
    }

    /** Flips a bit amid the bytes in use of the log's largest file. */
    private static void flipByte(Path log, double where) throws IOException {
        Path file;
        try (var files = Files.list(log)) {
            file = files.filter(one -> one.toString().endsWith(".cq4")).findFirst().orElseThrow();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long position = (long) (Bundled.usedBytes(channel) * where);
            channel.read(one, position);
            one.put(0, (byte) (one.get(0) ^ 0x10)).rewind();
            channel.write(one, position);
        }
    }

    /** Copies a derived log through a writer of its own, so that checksums and chain are right, with one value changed. */
    private static long forgeVector(Path from, Path to, int which) {
        EventHeaderDecoder header = new EventHeaderDecoder();
        UnsafeBuffer frame = new UnsafeBuffer(new byte[8192]);
        long forged = 0;
        try (JournalReader reader = JournalReader.open(from);
                JournalWriter writer = JournalWriter.open(to, Durability.OS)) {
            for (int vectors = 0; reader.next();) {
                frame.putBytes(0, reader.buffer(), reader.offset(), reader.length());
                header.wrap(frame, 0);
                if (header.templateId() == FeatureVectorDecoder.TEMPLATE_ID && ++vectors == which) {
                    frame.putByte(reader.length() - 4, (byte) (frame.getByte(reader.length() - 4) + 1));
                    forged = header.sequence();
                }
                writer.append(frame, 0, reader.length());
            }
        }
        return forged;
    }
}
