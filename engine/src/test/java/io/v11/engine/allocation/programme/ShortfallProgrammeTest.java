package io.v11.engine.allocation.programme;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShortfallProgrammeTest {
    /** With two instruments and a budget the objective is piecewise linear in one weight: its minimum lies where two losses are equal, or at a kink. */
    @Test
    void shouldFindTheBestOfAllPlacesWhereTwoLossesMeet() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[][] scenarios = scenarios(random, 40 + random.nextInt(40), 2);
            double confidence = 0.85 + 0.1 * random.nextDouble();
            double cost = random.nextInt(2) * 0.0005;
            double[] previous = {0.9, 0.1};
            WeightLimits limits = random.nextBoolean()
                    ? WeightLimits.longOnly(2, 0.95)
                    : WeightLimits.longShort(2, 1.2, 1.4, 1.0, 1.0);
            double[] w = new double[2];

            assertTrue(new ShortfallProgramme(limits, confidence).solve(scenarios, cost, previous, w), "seed " + seed);

            assertTrue(limits.excess(w) <= 1e-9, "seed " + seed);
            assertEquals(best(scenarios, confidence, cost, previous, limits), objective(scenarios, confidence, cost,
                    previous, w), 1e-12, "seed " + seed);
        }
    }

    private static double best(double[][] scenarios, double confidence, double cost, double[] previous,
            WeightLimits limits) {
        double best = Double.POSITIVE_INFINITY;
        double grossEnd = 0.5 * (limits.gross() - 1.0);
        double[] kinks = {limits.lower(0), limits.upper(0), 1.0 - limits.lower(1), 1.0 - limits.upper(1), previous[0],
            0.0, 1.0, -grossEnd, 1.0 + grossEnd};
        for (double kink : kinks) {
            best = Math.min(best, within(scenarios, confidence, cost, previous, limits, kink));
        }
        for (double[] a : scenarios) {
            for (double[] b : scenarios) {
                double meet = (b[1] - a[1]) / (a[0] - a[1] - b[0] + b[1]);
                best = Math.min(best, within(scenarios, confidence, cost, previous, limits, meet));
            }
        }
        return best;
    }

    private static double within(double[][] scenarios, double confidence, double cost, double[] previous,
            WeightLimits limits, double first) {
        double[] w = {first, 1.0 - first};
        return limits.excess(w) <= 1e-12
                ? objective(scenarios, confidence, cost, previous, w)
                : Double.POSITIVE_INFINITY;
    }

    /** The definition: the least of z + mean of max(loss - z, 0) / (1 - confidence), over all z that are losses. */
    private static double objective(double[][] scenarios, double confidence, double cost, double[] previous,
            double[] w) {
        double[] losses = Arrays.stream(scenarios).mapToDouble(row -> {
            double sum = 0.0;
            for (int i = 0; i < w.length; i++) {
                sum -= row[i] * w[i];
            }
            return sum;
        }).toArray();
        double shortfall = Arrays.stream(losses).map(z -> z + Arrays.stream(losses).map(loss -> Math.max(0.0, loss
                - z)).sum() / (losses.length * (1.0 - confidence))).min().orElseThrow();
        for (int i = 0; i < w.length; i++) {
            shortfall += cost * Math.abs(w[i] - previous[i]);
        }
        return shortfall;
    }

    @Test
    void shouldNotBeBeatenByAnyOfManyPortfolios() {
        Random random = new Random(11);
        double[][] scenarios = scenarios(random, 150, 6);
        WeightLimits limits = WeightLimits.longShort(6, 0.4, 1.6, 1.0, 1.0);
        double[] previous = {0.4, 0.4, 0.2, 0.0, 0.0, 0.0};
        double[] w = new double[6];

        assertTrue(new ShortfallProgramme(limits, 0.95).solve(scenarios, 0.0002, previous, w));

        double least = objective(scenarios, 0.95, 0.0002, previous, w);
        int tried = 0;
        for (int k = 0; k < 4000; k++) {
            double[] other = w.clone();
            double step = 0.3 * random.nextDouble() * random.nextDouble() * random.nextDouble();
            for (int move = 0; move < 3; move++) {
                other[random.nextInt(6)] += step;
                other[random.nextInt(6)] -= step;
            }
            if (limits.excess(other) <= 1e-12) {
                tried++;
                assertTrue(objective(scenarios, 0.95, 0.0002, previous, other) >= least - 1e-12);
            }
        }
        assertTrue(tried > 300, "only " + tried + " lay within the limits");
    }

    @Test
    void shouldSolveAWindowOfFullSize() {
        double[][] scenarios = scenarios(new Random(4), 500, 20);
        WeightLimits limits = WeightLimits.longShort(20, 0.3, 1.5, 1.0, 1.0);
        double[] w = new double[20];

        assertTrue(new ShortfallProgramme(limits, 0.95).solve(scenarios, 0.0, new double[20], w));

        assertTrue(limits.excess(w) <= 1e-9);
    }

    @Test
    void shouldHaveNoAnswerToNonsense() {
        ShortfallProgramme programme = new ShortfallProgramme(WeightLimits.longOnly(2, 1.0), 0.95);

        assertFalse(programme.solve(new double[50][2], 0.0, new double[2], new double[2]));
        assertFalse(programme.solve(new double[][]{{Double.NaN, 1.0}}, 0.0, new double[2], new double[2]));
    }

    private static double[][] scenarios(Random random, int count, int n) {
        double[][] scenarios = new double[count][n];
        for (double[] row : scenarios) {
            double common = random.nextGaussian();
            Arrays.setAll(row, i -> 0.002 * (i + 1) * (0.7 * common + random.nextGaussian()));
        }
        return scenarios;
    }
}
