package io.v11.benchmarks.micro;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;

import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.subject.Workbench;
import io.v11.config.Limits;
import io.v11.engine.EngineContext;
import io.v11.engine.LatencyProbe;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.record.EventLog;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.FeedStatusEncoder;

/**
 * One recorded event through all stages on one thread, as in a replay: nothing journaled and orders sent nowhere. At the end the
 * feeds are lost and the recording begins anew with its snapshots, its times going on.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PipelineBenchmark {
    private static final int EVENTS = 60_000;

    private final UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private Workbench bench;
    private Recording recording;
    private Pipeline pipeline;
    private MonitorStage monitor;
    private int first;
    private int end;
    private int next;
    private long shiftNs;

    @Setup
    public void setup() {
        bench = Workbench.open(Home.find(), "backtest", new Cores(false));
        recording = bench.recording();
        first = recording.lastSession();
        end = Math.min(recording.count(), first + EVENTS);
        next = first;
        monitor = new MonitorStage(EngineCounters.inMemory(), bench.configuration().instruments(),
                bench.models().driftDetector(bench.configuration().instruments()));
        pipeline = Pipeline.start(new EngineContext(bench.configuration(), bench.models(),
                DecisionCadence.valueOf(bench.configuration().profile().decision().cadence()),
                EngineContext.runId(recording.timeNs(first)), EventLog.NONE, EventLog.NONE, (intent, timeNs) -> {
                }, ThreadPlan.inline("benchmark"), LatencyProbe.OFF, core -> {
                }), monitor);
    }

    @Benchmark
    public long event() {
        if (next == end) {
            beginAnew();
        }
        int event = next++;
        int length = recording.length(event);
        frame.putBytes(0, recording.buffer(), recording.offset(event), length);
        frame.putLong(EventHeaderDecoder.ingestTimeNsEncodingOffset(), recording.timeNs(event) + shiftNs,
                ByteOrder.LITTLE_ENDIAN);
        return publish(length);
    }

    private long publish(int length) {
        long sequence = pipeline.publish(frame, 0, length, 0);
        if (sequence == 0) {
            throw new IllegalStateException("the engine stopped: " + pipeline.failure());
        }
        return sequence;
    }

    private void beginAnew() {
        long lastTimeNs = recording.timeNs(end - 1) + shiftNs;
        shiftNs = lastTimeNs - recording.timeNs(first);
        next = first;
        EventHeaderEncoder header = new EventHeaderEncoder();
        FeedStatusEncoder lost = new FeedStatusEncoder().wrapAndApplyHeader(frame, 0, header).connected((short) 0);
        header.sequence(0).ingestTimeNs(lastTimeNs).venueTimeNs(0).instrument(-1).frameIndex(0).lastFrame(1);
        publish(EventHeaderEncoder.ENCODED_LENGTH + lost.encodedLength());
    }

    @TearDown
    public void tearDown() {
        pipeline.close();
        long scored = monitor.summary().scored();
        bench.close();
        if (scored == 0) {
            throw new IllegalStateException("no event was scored: the models were not part of what was measured");
        }
    }
}
