package io.v11.engine.play;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;

import io.v11.config.Configuration;
import io.v11.config.Profile;
import io.v11.engine.EngineContext;
import io.v11.engine.LatencyProbe;
import io.v11.engine.LiveModels;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.ThreadPlanner;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.LatencyHistograms;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.record.EventLog;
import io.v11.engine.record.EventSource;
import io.v11.engine.record.JournalLog;
import io.v11.engine.record.JournalSource;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * The main job: plays recorded market data through the engine, against the simulated venue, journaling all of it.
 * Everything is built here and nothing decided: the flow is {@link Pipeline}'s, the pace the profile's.
 */
public final class RecordedRun {
    private static final int REHEARSED_MINUTES = 30_000;
    private static final long NS_PER_MS = 1_000_000L;
    /** Event time that the play goes on after the last market event, beyond the longest life of an order. */
    private static final long SETTLE_NS = 5_000_000_000L;
    /** Later than any report; the largest number itself stands for "none due". */
    private static final long LAST_TIME_NS = Long.MAX_VALUE - 1;

    private final Configuration configuration;
    private final Path market;
    private final Path folder;
    private final LiveModels models;
    private final int cores;
    private final IntConsumer pinning;
    private final NanoClock clock = SystemNanoClock.INSTANCE;
    private Span span = Span.ALL;

    /**
     * @param market journal of market data
     * @param folder where the run's logs go, null for a run that keeps none
     * @param models closed by the caller
     */
    public RecordedRun(Configuration configuration, Path market, Path folder, LiveModels models, int cores,
            IntConsumer pinning) {
        this.configuration = configuration;
        this.market = market;
        this.folder = folder;
        this.models = models;
        this.cores = cores;
        this.pinning = pinning;
    }

    /** Trades in a part of the recording only. */
    public RecordedRun over(Span part) {
        span = part;
        return this;
    }

    public ThreadPlan plan() {
        return new ThreadPlanner(Pipeline.STAGES, cores).plan(configuration.profile().threading());
    }

    /**
     * Plays the whole recording.
     *
     * @param warmUpEvents market events before figures count
     * @param progress     told the number of market events played, now and then
     */
    public RunReport run(long warmUpEvents, LongConsumer progress) {
        Profile profile = configuration.profile();
        ThreadPlan plan = plan();
        LatencyHistograms histograms = new LatencyHistograms(Pipeline.STAGES);
        MeasuredLatency latency = new MeasuredLatency(clock, histograms);
        SimulatedVenue venue = new SimulatedVenue(configuration.instruments(), profile.venue(),
                profile.risk().startingCapital());
        MonitorStage monitor = new MonitorStage(EngineCounters.inMemory(), configuration.instruments(),
                models.driftDetector(configuration.instruments()));
        long startTimeNs = firstTimeNs();
        EngineContext context = context(configuration, startTimeNs, log("input"),
                profile.journal().derived() ? log("derived") : EventLog.NONE, venue, plan, latency);
        AllocationMeter allocations = new AllocationMeter();
        try (EventSource source = new JournalSource(JournalReader.open(market));
                Pipeline pipeline = Pipeline.start(context, monitor)) {
            if (plan.ingestCore() >= 0) {
                pinning.accept(plan.ingestCore()); // after the engine's threads were made: they would inherit it
            }
            Ingest ingest = new Ingest(pipeline, clock);
            ingest.open(configuration, liveModels(), startTimeNs);
            Player player = new Player(pipeline, ingest, venue, Pace.parse(profile.playback().pace()), clock,
                    plan.ingestCore() >= 0);
            player.over(span);
            long[] measuredFrom = new long[1];
            player.onProgress(warmUpEvents, () -> {
                measuredFrom[0] = ingest.published();
                latency.measure();
                allocations.begin(pipeline.threads());
            }, progress);
            Player.Result played = player.play(source, SETTLE_NS + profile.execution().orderLifeMs() * NS_PER_MS);
            long measured = ingest.published() - measuredFrom[0];
            List<AllocationMeter.Allocation> bytes = pipeline.failure() == null ? allocations.end() : List.of();
            pipeline.close();
            if (pipeline.failure() != null) {
                letCancelArrive(venue);
            }
            return new RunReport(folder, profile, plan, configuration.digestHex(), models.ensemble().names(),
                    models.ensemble().combinerName(), models.schema().size(), played.marketEvents(), ingest.published(),
                    played.elapsedNanos(), measured,
                    histograms.rows().subList(0, Pipeline.STAGES.size()),
                    histograms.row(histograms.tickToDecision()), histograms.row(histograms.tickToOrder()),
                    bytes.stream().map(thread -> new RunReport.Allocation(thread.thread(),
                            measured == 0 ? 0 : thread.bytes() / (double) measured)).toList(),
                    venue.lateOrders(), monitor.summary(), pipeline.failure());
        }
    }

    /**
     * Plays the recording through an engine that is thrown away, inline, with every decision proposed as an order, so
     * that the code of the whole order path is compiled before the first event that counts; then some weeks of bars, for
     * what happens once a minute only.
     */
    public void warmUp() {
        BarRehearsal.play(configuration.instruments(), REHEARSED_MINUTES);
        Configuration eager = eager();
        SimulatedVenue venue = new SimulatedVenue(eager.instruments(), eager.profile().venue(),
                eager.profile().risk().startingCapital());
        EngineContext context = context(eager, firstTimeNs(), EventLog.NONE, EventLog.NONE, venue,
                ThreadPlan.inline("warm-up"), LatencyProbe.OFF);
        try (EventSource source = new JournalSource(JournalReader.open(market));
                Pipeline pipeline = Pipeline.start(context,
                        new MonitorStage(EngineCounters.inMemory(), eager.instruments(),
                                models.driftDetector(eager.instruments())))) {
            new Player(pipeline, new Ingest(pipeline, clock), venue, Pace.parse("max"), clock, false)
                    .play(source, 0);
        }
    }

    private Configuration eager() {
        return configuration.with(Map.of("signal.edge.entryBps", "-1000.0", "signal.maximumInvalidFraction", "0.9",
                "signal.order.coolDownMs", "0"));
    }

    private EngineContext context(Configuration effective, long startTimeNs, EventLog input, EventLog derived,
            SimulatedVenue venue, ThreadPlan plan, LatencyProbe probe) {
        return new EngineContext(effective, models,
                DecisionCadence.valueOf(effective.profile().decision().cadence()), EngineContext.runId(startTimeNs),
                input, derived, venue, plan, probe, pinning);
    }

    /** After a failure nobody listens any more, but the supervisor's cancel must still reach the venue. */
    private static void letCancelArrive(SimulatedVenue venue) {
        while (venue.nextReport(LAST_TIME_NS)) {
            venue.timeNs();
        }
    }

    private EventLog log(String name) {
        return folder == null
                ? EventLog.NONE
                : new JournalLog(
                        JournalWriter.open(folder.resolve(name), configuration.profile().journal().durability()));
    }

    private long firstTimeNs() {
        try (JournalReader reader = JournalReader.open(market)) {
            if (!reader.next()) {
                throw new IllegalArgumentException(market + " holds no event: nothing to play");
            }
            return new EventHeaderDecoder().wrap(reader.buffer(), reader.offset()).ingestTimeNs();
        }
    }

    private List<Ingest.LiveModel> liveModels() {
        return models.loaded().stream().map(model -> new Ingest.LiveModel(model.manifest().id(),
                HexFormat.of().parseHex(model.manifestSha256()))).toList();
    }
}
