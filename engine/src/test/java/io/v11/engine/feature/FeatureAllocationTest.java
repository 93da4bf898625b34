package io.v11.engine.feature;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import io.v11.engine.book.MarketFrames;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Market and feature stage allocate nothing once they are warm: bytes of this thread over a million events. */
class FeatureAllocationTest {
    private static final int EVENTS = 1_000_000;

    private final FrameTape tape = new FrameTape(3, 20_000);
    private final MarketStage market = new MarketStage(RandomMarket.instruments());
    private final FeatureStage features = new FeatureStage(RandomMarket.instruments(), DecisionCadence.EVERY_EVENT,
            true);
    private final EngineEvent event = new EngineEvent(FeatureCatalog.size(), 1, 1);
    private final MarketFrames lost = new MarketFrames();
    private final long lap = tape.durationNs() + 1_000_000_000L;
    private long laps;
    private long decisions;

    /** Between laps the feed is lost, so that the tape's update ids may begin anew. */
    private void play(int events) {
        for (int done = 0; done < events;) {
            long shift = laps++ * lap;
            for (int i = 0; i < tape.size() && done < events; i++, done++) {
                tape.load(i, event, shift);
                market.onEvent(event);
                features.onEvent(event);
                decisions += event.features().ready() ? 1 : 0;
            }
            lost.at(event.timeNs()).feedStatus(false);
            event.load(lost.buffer(), 0, lost.length(), 1);
            market.onEvent(event);
            features.onEvent(event);
        }
    }

    /** What the machine allocates while it compiles is not ours: one of a few rounds must be clean, a leak spoils all. */
    @Test
    void shouldAllocateNothingPerEvent() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        play(200_000);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3 && least > 0; round++) {
            long decisionsBefore = decisions;
            long before = threads.getThreadAllocatedBytes(thread);
            play(EVENTS);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
            assertTrue(decisions - decisionsBefore > EVENTS * 0.99, "decisions=" + (decisions - decisionsBefore));
        }

        assertEquals(0, least, "bytes allocated over " + EVENTS + " events");
    }

    @Test
    void shouldKeepAnInstrumentWithin256KiB() {
        InstrumentFeatures[] many = new InstrumentFeatures[100];
        FeatureContext context = RandomMarket.context();
        long before = usedBytes();
        Arrays.setAll(many, _ -> new InstrumentFeatures(context));

        long each = (usedBytes() - before) / many.length;

        assertTrue(each > 0 && each <= 256 * 1024, "bytes=" + each + " of " + many[99].stateHash(1L));
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
