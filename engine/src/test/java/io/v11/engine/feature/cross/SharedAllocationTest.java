package io.v11.engine.feature.cross;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import io.v11.config.ExternalSeries;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Several instruments, minute bars, mark prices and external values: nothing is allocated once all is warm. */
class SharedAllocationTest {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final MarketStage market = new MarketStage(CrossWorld.INSTRUMENTS);
    private final FeatureStage features = new FeatureStage(CrossWorld.INSTRUMENTS, DecisionCadence.BAR_CLOSE);
    private final EngineEvent event = new EngineEvent(FeatureCatalog.size(), 1, 1);
    private final MarketFrames frames = new MarketFrames();
    private final Random random = new Random(1);
    private final List<ExternalSeries> series = List.of(ExternalSeries.VIX, ExternalSeries.SPX, ExternalSeries.CPI);
    private long minute = 28_400_000L;
    private long decisions;

    private void play(int minutes) {
        for (int i = 0; i < minutes; i++) {
            long openNs = minute++ * MINUTE_NS;
            frames.at(openNs + MINUTE_NS);
            for (int instrument = 0; instrument < 5; instrument++) {
                long price = 1_000_000_000L + random.nextInt(10_000_000);
                send(frames.of(instrument).kline(openNs, MINUTE_NS, price, price + 9_000, price - 9_000, price,
                        1_000_000L, 500_000L));
            }
            send(frames.of(3).markPrice(1_000_000_000L, 1_000_100_000L, 10_000L, openNs + 60 * MINUTE_NS));
            send(frames.of(-1).external(series.get(i % 3).id(), openNs, random.nextDouble()));
            if (i % 997 == 0) {
                minute += 90;
            }
        }
    }

    private void send(MarketFrames frame) {
        event.load(frame.buffer(), 0, frame.length(), 1);
        market.onEvent(event);
        features.onEvent(event);
        decisions += event.features().ready() ? 1 : 0;
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        play(20_000);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4 && least > 0; round++) {
            long decisionsBefore = decisions;
            long before = threads.getThreadAllocatedBytes(thread);
            play(20_000);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
            assertTrue(decisions - decisionsBefore >= 100_000, "decisions=" + (decisions - decisionsBefore));
        }

        assertEquals(0, least, "bytes allocated over 140,000 events");
    }
}
