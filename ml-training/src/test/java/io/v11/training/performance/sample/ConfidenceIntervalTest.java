package io.v11.training.performance.sample;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfidenceIntervalTest {
    /** Wilson's bounds are the shares p from which the observed one is z deviations sqrt(p (1 - p) / n) away. */
    @Test
    void shouldSolveWilsonsEquation() {
        for (int trials : new int[]{1, 7, 100, 5000}) {
            for (int hits = 1; hits < trials; hits += Math.max(1, trials / 9)) {
                ConfidenceInterval interval = ConfidenceInterval.ofShare(hits, trials);

                for (double bound : new double[]{interval.low(), interval.high()}) {
                    double distance = Math.abs(hits / (double) trials - bound);
                    assertEquals(1.959963984540054, distance / Math.sqrt(bound * (1.0 - bound) / trials), 1e-9,
                            hits + " of " + trials);
                }
            }
        }
    }

    @Test
    void shouldSpeakSenseAtNoneAndAll() {
        ConfidenceInterval none = ConfidenceInterval.ofShare(0, 10);
        ConfidenceInterval all = ConfidenceInterval.ofShare(10, 10);

        assertEquals(0.0, none.low());
        assertEquals(0.277533, none.high(), 1e-6);
        assertEquals(1.0 - 0.277533, all.low(), 1e-6);
        assertEquals(1.0, all.high());
        assertTrue(Double.isNaN(ConfidenceInterval.ofShare(0, 0).low()));
        assertThrows(IllegalArgumentException.class, () -> ConfidenceInterval.ofShare(3, 2));
    }

    @Test
    void shouldGiveQuantilesBetweenOrderStatistics() {
        double[] sorted = {1.0, 2.0, 4.0, 8.0};

        assertEquals(1.0, Quantiles.of(sorted, 0.0));
        assertEquals(1.75, Quantiles.of(sorted, 0.25));
        assertEquals(3.0, Quantiles.of(sorted, 0.5));
        assertEquals(8.0, Quantiles.of(sorted, 1.0));
        assertTrue(Double.isNaN(Quantiles.of(new double[0], 0.5)));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(sorted, 1.5));
    }
}
