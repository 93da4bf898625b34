package io.v11.benchmarks.subject;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import org.agrona.concurrent.SystemNanoClock;

import io.v11.config.Profile;
import io.v11.engine.EngineContext;
import io.v11.engine.LatencyProbe;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.monitor.RunSummary;
import io.v11.engine.play.Ingest;
import io.v11.engine.play.Pace;
import io.v11.engine.play.Player;
import io.v11.engine.record.EventLog;
import io.v11.engine.record.EventSource;
import io.v11.engine.record.JournalLog;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.JournalWriter;

/**
 * The engine as {@code v11 run} builds it, with a plan, a pace and a probe of the benchmark's choosing. Two logs are kept in a
 * scratch folder that the caller removes. Plays on the calling thread, which is the ingest thread.
 *
 * @param folder where the logs go
 */
public record EngineRun(Workbench bench, ThreadPlan plan, String pace, LatencyProbe probe, Path folder) {
    private static final long SETTLE_NS = 5_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;

    /** @param published events of all kinds that the engine took */
    public record Result(long marketEvents, long elapsedNanos, long published, RunSummary summary) {
        /** Equal for two plays of the same events, whatever threads they ran on. */
        public long digest() {
            long digest = published;
            for (long figure : new long[]{summary.decisions(), summary.scored(), summary.orders(), summary.fills(),
                summary.pnlE8()}) {
                digest = digest * 31 + figure;
            }
            return digest;
        }
    }

    /**
     * Plays the source to its end.
     *
     * @param warmUpEvents events before {@code whenWarm}
     */
    public Result play(EventSource source, long startTimeNs, long warmUpEvents, Runnable whenWarm) {
        Profile profile = bench.configuration().profile();
        SimulatedVenue venue = new SimulatedVenue(bench.configuration().instruments(), profile.venue(),
                profile.risk().startingCapital());
        MonitorStage monitor = new MonitorStage(EngineCounters.inMemory(), bench.configuration().instruments(),
                bench.models().driftDetector(bench.configuration().instruments()));
        EngineContext context = new EngineContext(bench.configuration(), bench.models(),
                DecisionCadence.valueOf(profile.decision().cadence()), EngineContext.runId(startTimeNs), log("input"),
                log("derived"), venue, plan, probe, bench.cores()::pin);
        Pipeline pipeline = Pipeline.start(context, monitor);
        try (pipeline) {
            bench.cores().pin(plan.ingestCore());
            Ingest ingest = new Ingest(pipeline, SystemNanoClock.INSTANCE);
            ingest.open(bench.configuration(), liveModels(), startTimeNs);
            Player player = new Player(pipeline, ingest, venue, Pace.parse(pace), SystemNanoClock.INSTANCE,
                    plan.ingestCore() >= 0);
            player.onProgress(warmUpEvents, whenWarm, events -> {
            });
            Player.Result played = player.play(source, SETTLE_NS + profile.execution().orderLifeMs() * NS_PER_MS);
            if (!played.engineAlive()) {
                throw new IllegalStateException("the engine stopped: " + pipeline.failure());
            }
            return result(played, ingest, monitor);
        } finally {
            bench.cores().release();
        }
    }

    private Result result(Player.Result played, Ingest ingest, MonitorStage monitor) {
        RunSummary summary = monitor.summary();
        if (summary.events() != ingest.published()) {
            throw new IllegalStateException("the engine was given " + ingest.published() + " events and counted "
                    + summary.events());
        }
        return new Result(played.marketEvents(), played.elapsedNanos(), ingest.published(), summary);
    }

    private EventLog log(String name) {
        return new JournalLog(JournalWriter.open(folder.resolve(name),
                bench.configuration().profile().journal().durability()));
    }

    private List<Ingest.LiveModel> liveModels() {
        return bench.models().loaded().stream().map(model -> new Ingest.LiveModel(model.manifest().id(),
                HexFormat.of().parseHex(model.manifestSha256()))).toList();
    }
}
