package io.v11.engine.monitor;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.engine.trading.AllocatedBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LatencyHistogramsTest {
    private final LatencyHistograms latencies = new LatencyHistograms(List.of("market", "risk"));

    @Test
    void shouldGivePercentilesToThreeDigits() {
        for (int i = 1; i <= 1_000; i++) {
            latencies.record(1, i);
        }
        LatencyHistograms.Row row = latencies.row(1);

        assertEquals(new LatencyHistograms.Row("risk", 1_000, 500, 900, 990, 999, 1_000), row);
        assertEquals(0, latencies.row(0).count());
    }

    @Test
    void shouldNameAllWays() {
        latencies.record(latencies.tickToOrder(), 5);
        latencies.record(latencies.tickToDecision(), 7);

        assertEquals(List.of("market", "risk", "tick-to-order", "tick-to-decision"),
                latencies.rows().stream().map(LatencyHistograms.Row::name).toList());
        assertEquals(5, latencies.row(2).max());
        assertEquals(7, latencies.row(3).max());
    }

    @Test
    void shouldCountAStallAsTheLongestLatency() {
        latencies.record(0, Long.MAX_VALUE);
        latencies.record(0, -1);

        assertEquals(2, latencies.row(0).count());
        assertEquals(LatencyHistograms.HIGHEST_NANOS, latencies.row(0).max(), LatencyHistograms.HIGHEST_NANOS / 1_000);
    }

    @Test
    void shouldAllocateNothingPerRecord() {
        assertEquals(0L, AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 100_000; i++) {
                latencies.record(i & 3, i * 1_000L);
            }
        }));
    }
}
