package io.v11.engine.allocation.programme;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QuadraticProgrammeTest {
    @Test
    void shouldFindTheOptimumThatEnumerationFinds() {
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(3);
            double[][] q = positive(random, n);
            double[] c = random.doubles(n, -0.5, 0.5).toArray();
            double[] previous = random.doubles(n, -0.5, 0.5).toArray();
            double cost = random.nextInt(3) * 0.05;
            WeightLimits limits = limits(random, n);
            EnumeratedQuadratic reference = new EnumeratedQuadratic(q, c, cost, previous, limits);
            double[] w = new double[n];

            boolean solved = new QuadraticProgramme(limits).solve(q, c, cost, previous, w);

            assertTrue(solved, "seed " + seed);
            assertTrue(limits.excess(w) <= 1e-9, "seed " + seed);
            assertEquals(reference.optimum(), reference.objective(w), 1e-7, "seed " + seed + " " + Arrays.toString(w));
        }
    }

    @Test
    void shouldProveEveryAnswerOfManyInstruments() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int n = 4 + random.nextInt(17);
            double[][] q = positive(random, n);
            double[] c = random.doubles(n, -0.5, 0.5).toArray();
            double[] previous = random.doubles(n, -0.2, 0.2).toArray();
            double cost = random.nextInt(3) * 0.05;
            WeightLimits limits = limits(random, n);
            double[] w = new double[n];

            assertTrue(new QuadraticProgramme(limits).solve(q, c, cost, previous, w), "seed " + seed);

            double trace = 0.0;
            for (int i = 0; i < n; i++) {
                trace += q[i][i] / n;
            }
            OptimalityGap gap = new OptimalityGap(q, c, cost, previous, limits, w);
            assertTrue(gap.largest() <= 1e-6 * trace * 1.000001, "seed " + seed + " gap " + gap.largest());
            shouldNotBeBeaten(random, new EnumeratedQuadratic(q, c, cost, previous, limits), limits, w, seed);
        }
    }

    /** From the optimum nothing within the limits is better, wherever one goes and however far. */
    private static void shouldNotBeBeaten(Random random, EnumeratedQuadratic problem, WeightLimits limits, double[] w,
            long seed) {
        int tried = 0;
        for (int k = 0; k < 3000; k++) {
            double[] other = w.clone();
            double step = Math.pow(10.0, -5.0 * random.nextDouble());
            for (int move = 0; move < 1 + random.nextInt(3); move++) {
                int up = random.nextInt(w.length);
                int down = random.nextInt(w.length);
                other[up] += step;
                other[down] -= step * (random.nextInt(4) == 0 ? 0.0 : 1.0);
            }
            if (limits.excess(other) <= 0.0) {
                tried++;
                assertTrue(problem.objective(other) >= problem.objective(w) - 1e-8, "seed " + seed);
            }
        }
        assertTrue(tried > 0 || limits.netLower() == limits.netUpper(), "seed " + seed + ": nothing tried");
    }

    @Test
    void shouldSeeThatANearbyPointIsNotOptimal() {
        double[][] q = {{1.0, 0.2}, {0.2, 2.0}};
        WeightLimits limits = WeightLimits.longOnly(2, 1.0);
        double first = (2.0 - 0.2) / (1.0 + 2.0 - 0.4);
        double[] none = new double[2];

        assertEquals(0.0, new OptimalityGap(q, none, 0.0, none, limits, new double[]{first, 1.0 - first}).largest(),
                1e-15);
        assertEquals(2.6e-3, new OptimalityGap(q, none, 0.0, none, limits,
                new double[]{first + 1e-3, 1.0 - first - 1e-3}).largest(), 1e-12);
    }

    @Test
    void shouldProjectOntoTheLimits() {
        QuadraticProgramme programme = new QuadraticProgramme(WeightLimits.longOnly(3, 0.5));
        double[] w = new double[3];

        assertTrue(programme.nearest(new double[]{0.7, 0.2, 0.1}, w));

        assertArrayEquals(new double[]{0.5, 0.3, 0.2}, w, 1e-8);
        assertTrue(programme.nearest(new double[]{0.5, 0.25, 0.25}, w));
        assertArrayEquals(new double[]{0.5, 0.25, 0.25}, w);
    }

    @Test
    void shouldHaveNoAnswerToNonsense() {
        QuadraticProgramme programme = new QuadraticProgramme(WeightLimits.longOnly(2, 1.0));
        double[] w = {0.4, 0.6};

        assertFalse(programme.solve(new double[2][2], new double[2], 0.0, new double[2], w));
        assertFalse(programme.solve(new double[][]{{Double.NaN, 0.0}, {0.0, 1.0}}, new double[2], 0.0, new double[2],
                w));
        assertFalse(programme.solve(new double[][]{{1.0, 0.0}, {0.0, 1.0}}, new double[]{Double.NaN, 0.0}, 0.0,
                new double[2], w));

        assertArrayEquals(new double[]{0.4, 0.6}, w);
    }

    @Test
    void shouldRefuseLimitsThatContradictOneAnother() {
        String message = assertThrows(IllegalArgumentException.class, () -> WeightLimits.longOnly(3, 0.3)).getMessage();

        assertTrue(message.contains("contradict") && message.contains("netLower=1.0"), message);
        assertThrows(IllegalArgumentException.class, () -> WeightLimits.longShort(2, 0.5, Double.NaN, 0.0, 0.0));
        assertThrows(IllegalArgumentException.class, () -> new WeightLimits(new double[]{0.2}, new double[]{0.1}, 1.0,
                0.0, 1.0));
        assertThrows(IllegalArgumentException.class, () -> new WeightLimits(new double[]{0.6, 0.6}, new double[]{1.0,
            1.0}, 1.0, 0.0, 2.0));
    }

    static double[][] positive(Random random, int n) {
        double[][] factors = new double[n + 5][n];
        for (double[] row : factors) {
            double common = random.nextGaussian();
            Arrays.setAll(row, i -> common + random.nextGaussian());
        }
        double[][] q = new double[n][n];
        for (double[] row : factors) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    q[i][j] += row[i] * row[j] / factors.length;
                }
            }
        }
        return q;
    }

    static WeightLimits limits(Random random, int n) {
        double largest = 1.0 / n + random.nextDouble();
        return switch (random.nextInt(4)) {
            case 0 -> WeightLimits.longOnly(n, largest);
            case 1 -> WeightLimits.longShort(n, largest, 0.3 + random.nextDouble(), 0.0, 0.0);
            case 2 -> WeightLimits.longShort(n, largest, 0.5 + random.nextDouble(), -0.2, 0.3);
            default -> WeightLimits.longShort(n, largest, 1.0 + 2.0 * random.nextDouble(), 0.5, 1.0);
        };
    }
}
