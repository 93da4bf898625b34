package io.v11.engine.allocation;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.allocation.programme.Elimination;
import io.v11.engine.allocation.programme.WeightLimits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class BlackLittermanTest {
    private static final double TAU = 0.1;
    private static final double AVERSION = 2.5;
    private static final double[] REFERENCE = {0.4, 0.3, 0.2, 0.1};
    private static final AllocationSettings SETTINGS = AllocationSettings.of(WeightLimits.longShort(4, 20.0, 60.0,
            -60.0, 60.0)).withRiskAversion(AVERSION).withPrior(TAU, REFERENCE);

    private final ReturnWindow window = Returns.random(new Random(12), 4, 300);
    private final double[][] s = LedoitWolf.covariance(window).matrix();
    private final double[] pi = Arrays.stream(Returns.dot(s, REFERENCE)).map(x -> AVERSION * x).toArray();

    @Test
    void shouldHoldTheReferenceWithoutViews() {
        double[] w = new double[4];

        AllocationOutcome outcome = AllocationMethod.BLACK_LITTERMAN.allocator(SETTINGS).allocate(window, new Views(4,
                1), w, w);

        assertEquals(AllocationOutcome.ALLOCATED, outcome);
        // Uncertainty of the mean makes returns riskier by 1 + tau.
        for (int i = 0; i < 4; i++) {
            assertEquals(REFERENCE[i] / (1.0 + TAU), w[i], 1e-6);
        }
    }

    @Test
    void shouldMoveByTheShareOfTheConfidence() {
        for (double confidence : new double[]{0.1, 0.5, 1.0}) {
            Views views = new Views(4, 1);
            views.relative(2, 0, 5e-6, confidence);

            double[] mu = new BlackLitterman(SETTINGS).posterior(s, views).expected();

            double before = pi[2] - pi[0];
            assertEquals(before + confidence * (5e-6 - before), mu[2] - mu[0], 1e-15);
        }
    }

    /** mu = [(tau S)^-1 + P' Omega^-1 P]^-1 [(tau S)^-1 pi + P' Omega^-1 q], as Black and Litterman 1992 state it, with inverses by elimination. */
    @Test
    void shouldAgreeWithTheFormOfThePaper() {
        Views views = new Views(4, 3);
        views.absolute(1, 4e-6, 0.3);
        views.relative(0, 3, -2e-6, 0.8);
        views.absolute(3, 1e-6, 0.6);
        double[][] p = {{0, 1, 0, 0}, {1, 0, 0, -1}, {0, 0, 0, 1}};
        double[] q = {4e-6, -2e-6, 1e-6};
        double[] confidences = {0.3, 0.8, 0.6};
        double[][] precision = inverse(scaled(s, TAU));
        double[][] sum = copy(precision);
        double[] right = Returns.dot(precision, pi);
        for (int v = 0; v < 3; v++) {
            double omega = (1.0 / confidences[v] - 1.0) * TAU * Returns.dot(Returns.dot(s, p[v]), p[v]);
            for (int i = 0; i < 4; i++) {
                right[i] += p[v][i] * q[v] / omega;
                for (int j = 0; j < 4; j++) {
                    sum[i][j] += p[v][i] * p[v][j] / omega;
                }
            }
        }

        BlackLitterman.Posterior posterior = new BlackLitterman(SETTINGS).posterior(s, views);

        assertArrayEquals(Elimination.solve(sum, right), posterior.expected(), 1e-12);
        double[][] uncertainty = inverse(sum);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(s[i][j] + uncertainty[i][j], posterior.covariance()[i][j], 1e-12);
            }
        }
        double[] w = new double[4];
        AllocationMethod.BLACK_LITTERMAN.allocator(SETTINGS).allocate(window, views, w, w);
        double[] expected = Elimination.solve(posterior.covariance(), posterior.expected());
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i] / AVERSION, w[i], 1e-6);
        }
    }

    @Test
    void shouldKeepWhatItHoldsWhenCertainViewsContradict() {
        Views views = new Views(4, 2);
        views.absolute(1, 4e-6, 1.0);
        views.absolute(1, -4e-6, 1.0);
        double[] w = new double[4];
        Allocator allocator = AllocationMethod.BLACK_LITTERMAN.allocator(SETTINGS);

        AllocationOutcome outcome = allocator.allocate(window, views, REFERENCE, w);

        assertEquals(AllocationOutcome.NOT_SOLVED, outcome);
        assertArrayEquals(REFERENCE, w);
        assertEquals(true, allocator.failure().contains("singular"), allocator.failure());
    }

    private static double[][] inverse(double[][] matrix) {
        double[][] inverse = new double[matrix.length][matrix.length];
        for (int j = 0; j < matrix.length; j++) {
            double[] unit = new double[matrix.length];
            unit[j] = 1.0;
            double[] column = Elimination.solve(scaled(matrix, 1e-5), unit);
            for (int i = 0; i < matrix.length; i++) {
                inverse[i][j] = column[i] * 1e-5;
            }
        }
        return inverse;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        return Arrays.stream(matrix).map(row -> Arrays.stream(row).map(x -> x * factor).toArray()).toArray(
                double[][]::new);
    }

    private static double[][] copy(double[][] matrix) {
        return scaled(matrix, 1.0);
    }
}
