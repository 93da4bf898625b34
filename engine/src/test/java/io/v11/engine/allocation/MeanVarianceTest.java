package io.v11.engine.allocation;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.allocation.programme.Elimination;
import io.v11.engine.allocation.programme.WeightLimits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class MeanVarianceTest {
    private static final Views NONE = new Views(9, 0);

    @Test
    void shouldWeighTwoByTheClosedForm() {
        ReturnWindow window = Returns.random(new Random(6), 2, 200);
        double[][] s = LedoitWolf.covariance(window).matrix();
        double first = (s[1][1] - s[0][1]) / (s[0][0] + s[1][1] - 2.0 * s[0][1]);
        double[] w = new double[2];

        AllocationOutcome outcome = AllocationMethod.MINIMUM_VARIANCE.allocator(AllocationSettings.of(WeightLimits
                .longShort(2, 3.0, 5.0, 1.0, 1.0))).allocate(window, NONE, w, w);

        assertEquals(AllocationOutcome.ALLOCATED, outcome);
        assertArrayEquals(new double[]{first, 1.0 - first}, w, 1e-6);
    }

    @Test
    void shouldWeighTheUncorrelatedByPrecision() {
        double[] w = new double[4];

        AllocationMethod.MINIMUM_VARIANCE.allocator(AllocationSettings.of(WeightLimits.longOnly(4, 1.0))
                .withRowsMin(10)).allocate(Returns.diagonal(0.01, 0.02, 0.04, 0.08), NONE, w, w);

        double sum = 1.0 + 1.0 / 4.0 + 1.0 / 16.0 + 1.0 / 64.0;
        assertArrayEquals(new double[]{1.0 / sum, 0.25 / sum, 0.0625 / sum, 0.015625 / sum}, w, 1e-6);
    }

    @Test
    void shouldBeTheInverseTimesTheViewsWhenNothingBinds() {
        ReturnWindow window = Returns.random(new Random(2), 5, 400);
        double[][] s = LedoitWolf.covariance(window).matrix();
        double[] mu = {2e-6, -1e-6, 0.0, 1e-6, 3e-6};
        Views views = new Views(5, 5);
        for (int i = 0; i < 5; i++) {
            views.absolute(i, mu[i] * 12.0, 0.7);
        }
        double[] w = new double[5];

        AllocationMethod.MEAN_VARIANCE.allocator(AllocationSettings.of(WeightLimits.longShort(5, 9.0, 40.0, -40.0,
                40.0)).withHorizonBars(12).withRiskAversion(4.0)).allocate(window, views, w, w);

        double[] expected = Elimination.solve(s, mu);
        for (int i = 0; i < 5; i++) {
            assertEquals(expected[i] / 4.0, w[i], 1e-6);
        }
    }

    @Test
    void shouldTradeOnlyWhatPaysForItsCost() {
        // One instrument: w = argmax mu w - a s w^2 / 2 - c |w - p|, so w = (mu -+ c) / (a s), or p when that lies between.
        double s = 0.01 * 0.01;
        double[] w = {0.5};
        Views views = new Views(1, 1);
        views.absolute(0, 3e-4, 1.0);
        AllocationSettings settings = AllocationSettings.of(WeightLimits.longShort(1, 2.0, 2.0, -2.0, 2.0))
                .withRowsMin(2).withRiskAversion(3.0);

        AllocationMethod.MEAN_VARIANCE.allocator(settings.withTurnoverCost(1e-4)).allocate(Returns.diagonal(0.01),
                views, new double[]{0.5}, w);
        assertEquals((3e-4 - 1e-4) / (3.0 * s), w[0], 1e-6);

        AllocationMethod.MEAN_VARIANCE.allocator(settings.withTurnoverCost(1e-3)).allocate(Returns.diagonal(0.01),
                views, new double[]{0.5}, w);
        assertEquals(0.5, w[0], 1e-6);
    }
}
