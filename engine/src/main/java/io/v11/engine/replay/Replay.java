package io.v11.engine.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.config.Profile;
import io.v11.config.Profile.Threading;
import io.v11.engine.EngineContext;
import io.v11.engine.EngineFailure;
import io.v11.engine.LatencyProbe;
import io.v11.engine.LiveModels;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.ThreadPlanner;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.monitor.RunSummary;
import io.v11.engine.record.EventLog;
import io.v11.engine.record.JournalSource;
import io.v11.journal.JournalReader;

/**
 * Plays a run's input log through the same stages again. It needs no venue, for the venue's reports are in the log, and
 * with {@code verify} it compares every conclusion with the derived log.
 */
public final class Replay {
    private final Path run;
    private final Path models;
    private final Profile.Threading.Mode mode;
    private final int cores;
    private final IntConsumer pinning;

    /**
     * @param divergence first difference from the derived log, null when none or not verified
     * @param failure    first failure of the engine, null when none
     */
    public record Result(ThreadPlan plan, long events, long compared, long elapsedNanos, RunSummary summary,
            VerifyingLog.Divergence divergence, EngineFailure failure) {
    }

    /**
     * @param run    folder of a run: {@code input} and, to verify, {@code derived}
     * @param models folder of the model registry; the models must be those that the run used, to the byte
     */
    public Replay(Path run, Path models, Profile.Threading.Mode mode, int cores, IntConsumer pinning) {
        this.run = run;
        this.models = models;
        this.mode = mode;
        this.cores = cores;
        this.pinning = pinning;
    }

    public Result run(boolean verify) {
        RunHeader header = RunHeader.read(run);
        ThreadPlan plan = plan();
        try (LiveModels live = loadModels(header);
                JournalSource input = new JournalSource(JournalReader.open(run.resolve("input")))) {
            if (!verify) {
                return play(header, live, input, plan, EventLog.NONE);
            }
            Path derived = run.resolve("derived");
            if (!Files.isDirectory(derived)) {
                throw new ConfigurationException(run + " has no derived log: it was run with journal.derived: false");
            }
            try (JournalSource recorded = new JournalSource(JournalReader.open(derived))) {
                VerifyingLog log = new VerifyingLog(recorded, Pipeline.STAGES.toArray(String[]::new));
                return play(header, live, input, plan, log);
            }
        }
    }

    private Result play(RunHeader header, LiveModels live, JournalSource input, ThreadPlan plan,
            EventLog derived) {
        Instruments instruments = header.configuration().instruments();
        MonitorStage monitor = new MonitorStage(EngineCounters.inMemory(), instruments,
                live.driftDetector(instruments));
        EngineContext context = new EngineContext(header.configuration(), live,
                DecisionCadence.valueOf(header.configuration().profile().decision().cadence()),
                EngineContext.runId(header.firstTimeNs()), EventLog.NONE, derived,
                (intent, timeNs) -> {
                }, plan, LatencyProbe.OFF, pinning);
        long start = System.nanoTime();
        Pipeline pipeline = Pipeline.start(context, monitor);
        long events = 0;
        try (pipeline) {
            while (input.next() && pipeline.publish(input.buffer(), input.offset(), input.length(), 0L) != 0) {
                events++;
            }
            pipeline.awaitProcessed();
        }
        VerifyingLog verified = derived instanceof VerifyingLog log ? log : null;
        if (verified != null && pipeline.failure() == null) {
            verified.finish();
        }
        return new Result(plan, events, verified == null ? 0 : verified.compared(), System.nanoTime() - start,
                monitor.summary(), verified == null ? null : verified.divergence(), pipeline.failure());
    }

    private ThreadPlan plan() {
        // No wait strategy of a live profile: a replay is read as fast as it can be, on cores that it may have to share.
        Threading wish = new Threading(mode, Threading.Wait.YIELDING, 1024, false, List.of());
        return new ThreadPlanner(Pipeline.STAGES, cores).plan(wish);
    }

    private LiveModels loadModels(RunHeader header) {
        List<String> names = header.models().stream().map(RunHeader.Model::name).toList();
        LiveModels live = LiveModels.load(models, header.configuration().profile().models());
        List<String> found = live.loaded().stream().map(model -> model.manifest().id()).toList();
        if (!names.equals(found)) {
            live.close();
            throw new ConfigurationException(
                    run + " journaled the models " + names + ", its configuration names " + found
                            + "; it was written by another version of V11, replay it with that one");
        }
        requireSameBytes(header, live);
        return live;
    }

    private void requireSameBytes(RunHeader header, LiveModels live) {
        for (int i = 0; i < header.models().size(); i++) {
            String expected = header.models().get(i).manifestSha256();
            String found = live.loaded().get(i).manifestSha256();
            if (!expected.equals(found)) {
                live.close();
                throw new ConfigurationException(
                        "model " + header.models().get(i).name() + " is not the one that " + run
                                + " used: its manifest has SHA-256 " + found + ", the run names "
                                + expected + "; give the folder of the run's models with --models");
            }
        }
    }
}
