package io.v11.engine.risk.stop;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.RiskLimits;
import io.v11.engine.slot.MarketView;
import io.v11.engine.trading.TestLimits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Average true range against the definition, and the multiple by the tercile of volatility. */
class StopDistanceTest {
    private static final long SEED = 5L;
    private static final RiskLimits.Stop SETTINGS = TestLimits.limits().stop();
    private final StopDistance distance = new StopDistance(SETTINGS);

    @Test
    void shouldAverageTrueRangesLikeTheDefinition() {
        Random random = new Random(SEED);
        double[] ranges = new double[200];
        long closeBefore = 0;
        for (int i = 0; i < ranges.length; i++) {
            long low = 9_000 + random.nextInt(1_000);
            long high = low + random.nextInt(500);
            long close = low + random.nextInt((int) (high - low + 1));
            bar(high, low, close);
            ranges[i] = Math.max(high - low, Math.max(Math.abs(high - closeBefore), Math.abs(low - closeBefore)));
            closeBefore = close;
            if (i < SETTINGS.atrBars()) {
                assertFalse(distance.known());
            } else {
                assertEquals(average(ranges, i), distance.atrE8(), 1e-9, "seed " + SEED + " bar " + i);
            }
        }
    }

    @Test
    void shouldChooseTheMultipleByTheTercileOfVolatility() {
        assertEquals(2.0, distance.multiple(), "normal while not known");
        for (int i = 0; i < 40; i++) {
            bar(10_000 + 10L * i, 10_000, 10_000);
        }
        assertEquals(3.0, distance.multiple(), "the highest of its window");
        for (int i = 40; i >= 0; i--) {
            bar(10_000 + 10L * i, 10_000, 10_000);
        }
        assertEquals(1.0, distance.multiple(), "the lowest of its window");
        bar(10_100, 10_000, 10_000);
        assertTrue(distance.multiple() > 1.0);
        assertEquals(distance.multiple() * distance.atrE8(), distance.distanceE8());
    }

    /** Wilder's average at a bar: the mean of the first ranges (the first bar has none), then smoothed. */
    private static double average(double[] ranges, int bar) {
        int n = SETTINGS.atrBars();
        double atr = 0.0;
        for (int i = 1; i <= n; i++) {
            atr += ranges[i] / n;
        }
        for (int i = n + 1; i <= bar; i++) {
            atr = (atr * (n - 1) + ranges[i]) / n;
        }
        return atr;
    }

    private void bar(long high, long low, long close) {
        MarketView.Bar bar = new MarketView.Bar();
        bar.highE8 = high;
        bar.lowE8 = low;
        bar.closeE8 = close;
        distance.onBar(bar);
    }
}
