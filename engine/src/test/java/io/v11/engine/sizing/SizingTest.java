package io.v11.engine.sizing;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.BarLength;
import io.v11.engine.trading.AllocatedBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Sizes against closed forms, and what must hold of every size: monotone, capped, 0 for what is not known. */
class SizingTest {
    private static final long SEED = 41L;
    private static final double HOURS_A_YEAR = 365.25 * 24.0;

    @Test
    void shouldWeightSoThatForecastVolatilityMeetsTheTarget() {
        VolatilityTarget target = new VolatilityTarget(0.2, 5.0, 0.9, 10, BarLength.HOUR.timeNs());
        for (int i = 0; i < 9; i++) {
            target.onReturn(i % 2 == 0 ? 0.01 : -0.01);
            assertFalse(target.known());
            assertEquals(0.0, target.weight());
        }

        target.onReturn(-0.01);

        assertEquals(1e-4, target.barVariance(), 1e-18, "the mean of equal squares is the square, young or old");
        assertEquals(0.01 * Math.sqrt(HOURS_A_YEAR), target.annualVolatility(), 1e-12);
        assertEquals(0.2 / (0.01 * Math.sqrt(HOURS_A_YEAR)), target.weight(), 1e-12);
    }

    @Test
    void shouldAverageVarianceExponentially() {
        Random random = new Random(SEED);
        VolatilityTarget target = new VolatilityTarget(0.2, 5.0, 0.94, 1, BarLength.MINUTE.timeNs());
        double[] returns = new double[200];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = random.nextGaussian() * 0.001;
            target.onReturn(returns[i]);
        }
        target.onReturn(Double.NaN);

        double weights = 0.0;
        double sum = 0.0;
        for (int i = 0; i < returns.length; i++) {
            double weight = Math.pow(0.94, returns.length - 1 - i);
            weights += weight;
            sum += weight * returns[i] * returns[i];
        }
        assertEquals(sum / weights, target.barVariance(), 1e-18, "seed " + SEED);
    }

    @Test
    void shouldCapTheWeightAndFallWithVolatility() {
        assertEquals(3.0, VolatilityTarget.weight(0.2, 0.0, 3.0));
        assertEquals(3.0, VolatilityTarget.weight(0.2, 0.2 / 3.0, 3.0), 1e-15);
        double before = 3.0;
        for (double volatility = 0.01; volatility < 4.0; volatility *= 1.1) {
            double weight = VolatilityTarget.weight(0.2, volatility, 3.0);
            assertTrue(weight <= before && weight > 0.0, "weight " + weight + " at " + volatility);
            before = weight;
        }
        assertEquals(0.0, VolatilityTarget.weight(0.2, Double.NaN, 3.0));
        assertEquals(0.0, VolatilityTarget.weight(0.2, Double.POSITIVE_INFINITY, 3.0));
    }

    @Test
    void shouldFollowKellyForReturnsAndMoves() {
        assertEquals(0.5 * 0.001 / 0.0004, FractionalKelly.ofEdge(0.001, 0.0004, 0.5, 10.0), 1e-15);
        assertEquals(2 * 0.6 - 1, FractionalKelly.ofMove(0.6, 1.0, 1.0, 1.0, 10.0), 1e-15, "even odds: p - q");
        double p = 0.4;
        double odds = 2.0;
        assertEquals(p - (1 - p) / odds, FractionalKelly.ofMove(p, odds, 1.0, 1.0, 10.0), 1e-15, "p - q / b");
    }

    @Test
    void shouldGrowFastestAtFullKelly() {
        double best = FractionalKelly.ofMove(0.55, 0.02, 0.018, 1.0, 100.0);
        double growth = growth(best);

        assertTrue(growth > growth(best * 0.99) && growth > growth(best * 1.01), "growth " + growth + " at " + best);
    }

    @Test
    void shouldCapKellyAndNeverSizeWithoutAnEdge() {
        assertEquals(2.0, FractionalKelly.ofEdge(0.01, 0.0, 0.5, 2.0), "no variance asks for the cap");
        assertEquals(2.0, FractionalKelly.ofEdge(1.0, 1e-9, 0.5, 2.0));
        assertEquals(0.0, FractionalKelly.ofEdge(0.0, 0.0, 0.5, 2.0));
        assertEquals(0.0, FractionalKelly.ofEdge(-0.01, 0.1, 0.5, 2.0));
        assertEquals(0.0, FractionalKelly.ofEdge(Double.NaN, 0.1, 0.5, 2.0));
        assertEquals(0.0, FractionalKelly.ofEdge(0.01, 0.0, 0.0, 2.0));
        assertEquals(0.0, FractionalKelly.ofMove(0.5, 1.0, 1.0, 1.0, 2.0));
        assertEquals(0.0, FractionalKelly.ofMove(1.1, 1.0, 1.0, 1.0, 2.0));
        assertEquals(0.0, FractionalKelly.ofMove(0.9, 0.0, 1.0, 1.0, 2.0));
        assertEquals(0.0, FractionalKelly.ofMove(0.9, 1.0, 1.0, 1.5, 2.0));
    }

    @Test
    void shouldRiseWithEdgeAndFallWithVariance() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            double edge = random.nextDouble() * 0.01;
            double variance = random.nextDouble() * 0.01;
            double size = FractionalKelly.ofEdge(edge, variance, 0.3, 2.0);

            assertTrue(size >= 0.0 && size <= 2.0, "seed " + SEED + " size " + size);
            assertTrue(FractionalKelly.ofEdge(edge * 1.01, variance, 0.3, 2.0) >= size, "seed " + SEED);
            assertTrue(FractionalKelly.ofEdge(edge, variance * 1.01, 0.3, 2.0) <= size, "seed " + SEED);
        }
    }

    @Test
    void shouldScaleByConfidence() {
        ConfidenceScale scale = new ConfidenceScale(0.1, 0.5);

        assertEquals(0.0, scale.of(0.5));
        assertEquals(0.0, scale.of(0.55), 1e-15);
        assertEquals(0.5, scale.of(0.65), 1e-12);
        assertEquals(0.5, scale.of(0.35), 1e-12, "down as sure as up");
        assertEquals(1.0, scale.of(0.75), 1e-12);
        assertEquals(1.0, scale.of(1.0));
        assertEquals(0.0, scale.of(Double.NaN));
        assertEquals(0.0, scale.of(1.01));
    }

    @Test
    void shouldRefuseSettingsThatMeanNothing() {
        assertThrows(IllegalArgumentException.class, () -> new ConfidenceScale(0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new ConfidenceScale(-0.1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new ConfidenceScale(0.1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new VolatilityTarget(0.0, 1.0, 0.9, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new VolatilityTarget(0.2, 1.0, 1.0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new VolatilityTarget(0.2, Double.NaN, 0.9, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new VolatilityTarget(0.2, 1.0, 0.9, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new VolatilityTarget(0.2, 1.0, 0.9, 1, 0));
    }

    @Test
    void shouldAllocateNothing() {
        VolatilityTarget target = new VolatilityTarget(0.2, 1.0, 0.9, 1, BarLength.HOUR.timeNs());
        ConfidenceScale scale = new ConfidenceScale(0.1, 0.5);
        double[] sum = new double[1];

        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 10_000; i++) {
                target.onReturn(i * 1e-6);
                sum[0] += target.weight() * FractionalKelly.ofMove(0.6, 0.01, 0.01, 0.5, 1.0) * scale.of(0.6);
            }
        });

        assertEquals(0L, bytes);
        assertTrue(sum[0] > 0.0);
    }

    private static double growth(double size) {
        return 0.55 * Math.log1p(size * 0.02) + 0.45 * Math.log1p(-size * 0.018);
    }
}
