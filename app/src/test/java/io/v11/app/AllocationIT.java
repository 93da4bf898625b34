package io.v11.app;

import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.config.Limits;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.config.Profile.Threading.Mode;
import io.v11.engine.EngineContext;
import io.v11.engine.LatencyProbe;
import io.v11.engine.LiveModels;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.record.JournalLog;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderDecoder;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Zero bytes per event through every stage, both models and both logs, over more than a million real events. */
class AllocationIT {
    private static final int ROUNDS = 10;
    private static final int WARM_UP_ROUNDS = 2;
    private static final long ROUND_NS = 30L * 24 * 3_600 * 1_000_000_000L;
    /** Chronicle starts an index page or a block now and then: a few kilobytes in a million appends, none per event. */
    private static final double ALLOWED_BYTES_PER_EVENT = 0.05;

    @TempDir
    private Path folder;
    private long allocated;

    @Test
    void shouldAllocateNothingPerEventFromFrameToOrder() {
        Configuration configuration = Bundled.configuration("backtest", Mode.INVOKER, "max");
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (LiveModels models = LiveModels.load(Bundled.models(), configuration.profile().models());
                Pipeline pipeline = Pipeline.start(context(configuration, models),
                        new MonitorStage(EngineCounters.inMemory(), configuration.instruments(),
                                models.driftDetector(configuration.instruments())))) {
            long events = 0;
            allocated = 0;
            for (int round = 0; round < ROUNDS; round++) {
                if (round == WARM_UP_ROUNDS) {
                    events = 0;
                    allocated = 0;
                }
                events += playRound(pipeline, round, memory);
            }
            double bytesPerEvent = allocated / (double) events;

            assertNull(pipeline.failure());
            assertTrue(events > 1_000_000, "events " + events);
            assertTrue(bytesPerEvent <= ALLOWED_BYTES_PER_EVENT, "bytes per event " + bytesPerEvent);
        }
    }

    private EngineContext context(Configuration configuration, LiveModels models) {
        return new EngineContext(configuration, models, DecisionCadence.TOP_CHANGE, 1,
                new JournalLog(JournalWriter.open(folder.resolve("input"), Durability.OS)),
                new JournalLog(JournalWriter.open(folder.resolve("derived"), Durability.OS)), (intent, timeNs) -> {
                }, ThreadPlan.inline("test"), LatencyProbe.OFF, core -> {
                });
    }

    /** The recording again, a month later each time. What the reader allocates to open is not the engine's. */
    private long playRound(Pipeline pipeline, int round, ThreadMXBean memory) {
        UnsafeBuffer frame = new UnsafeBuffer(new byte[Limits.FRAME_BYTES]);
        long events = 0;
        try (JournalReader reader = JournalReader.open(Bundled.market().resolve("input"))) {
            long before = memory.getCurrentThreadAllocatedBytes();
            while (reader.next()) {
                frame.putBytes(0, reader.buffer(), reader.offset(), reader.length());
                int time = EventHeaderDecoder.ingestTimeNsEncodingOffset();
                frame.putLong(time, frame.getLong(time, ByteOrder.LITTLE_ENDIAN) + round * ROUND_NS,
                        ByteOrder.LITTLE_ENDIAN);
                if (pipeline.publish(frame, 0, reader.length(), 0L) == 0) {
                    return events;
                }
                events++;
            }
            allocated += memory.getCurrentThreadAllocatedBytes() - before;
        }
        return events;
    }
}
