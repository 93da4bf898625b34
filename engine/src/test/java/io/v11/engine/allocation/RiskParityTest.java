package io.v11.engine.allocation;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.allocation.programme.WeightLimits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class RiskParityTest {
    private static final Views NONE = new Views(30, 0);

    @Test
    void shouldLetEveryInstrumentCarryItsBudget() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int n = 2 + random.nextInt(19);
            ReturnWindow window = Returns.random(random, n, 60 + random.nextInt(300));
            double[] budgets = random.doubles(n, 0.2, 1.0).toArray();
            double total = Arrays.stream(budgets).sum();
            double[] w = new double[n];

            AllocationOutcome outcome = AllocationMethod.RISK_PARITY.allocator(AllocationSettings.of(WeightLimits
                    .longOnly(n, 1.0)).withRiskBudgets(budgets)).allocate(window, NONE, w, w);

            assertEquals(AllocationOutcome.ALLOCATED, outcome, "seed " + seed);
            double[] product = Returns.dot(LedoitWolf.covariance(window).matrix(), w);
            double variance = Returns.dot(product, w);
            for (int i = 0; i < n; i++) {
                assertEquals(budgets[i] / total, w[i] * product[i] / variance, 1e-9, "seed " + seed);
            }
        }
    }

    @Test
    void shouldWeighTwoByInverseDeviationWhateverTheirCorrelation() {
        ReturnWindow window = Returns.random(new Random(9), 2, 100);
        double[][] s = LedoitWolf.covariance(window).matrix();
        double[] w = new double[2];

        AllocationMethod.RISK_PARITY.allocator(AllocationSettings.of(WeightLimits.longOnly(2, 1.0))).allocate(window,
                NONE, w, w);

        double first = 1.0 / Math.sqrt(s[0][0]);
        double second = 1.0 / Math.sqrt(s[1][1]);
        assertArrayEquals(new double[]{first / (first + second), second / (first + second)}, w, 1e-10);
    }

    @Test
    void shouldHoldShortWhatMayOnlyBeShort() {
        ReturnWindow window = Returns.diagonal(0.01, 0.02, 0.01, 0.02, 0.01);
        WeightLimits limits = new WeightLimits(new double[]{0, 0, -1, -1, 0}, new double[]{1, 1, 0, 0, 1}, 2.0, -2.0,
                2.0);
        double[] w = new double[5];

        AllocationMethod.RISK_PARITY.allocator(AllocationSettings.of(limits)).allocate(window, NONE, w, w);

        assertArrayEquals(new double[]{0.5, 0.25, -0.5, -0.25, 0.5}, w, 1e-10);
    }
}
