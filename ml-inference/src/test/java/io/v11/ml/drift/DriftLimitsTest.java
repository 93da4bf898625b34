package io.v11.ml.drift;

import java.util.SplittableRandom;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DriftLimitsTest {
    private static final double EACH = DriftLimits.LEVEL / 3;
    private static final int WINDOW = 300;

    @Test
    void shouldBeChiSquareForIndependentSamplesAndALongTraining() {
        DriftLimits limits = DriftLimits.of(distribution(1_000_000, 1.0, 0.5), WINDOW);

        assertEquals(new ChiSquaredDistribution(9).inverseCumulativeProbability(1 - EACH), limits.psi(), 1e-3);
        assertEquals(-Math.log(EACH / 2) / 2, limits.ks(), 1e-12);
    }

    @Test
    void shouldBeOneSquaredNormalWhenSamplesHardlyMove() {
        double inflation = 1e6;
        DriftLimits limits = DriftLimits.of(distribution(1_000_000, inflation, inflation), WINDOW);

        double normal = new ChiSquaredDistribution(1).inverseCumulativeProbability(1 - EACH);
        assertEquals(normal, limits.psi() / (9 * inflation), 1e-3);
        assertEquals(normal, limits.ks() / inflation, 1e-3);
    }

    @Test
    void shouldWidenWithFewerBlocksAndMoreInflation() {
        double before = 0.0;
        for (int blocks : new int[]{1_000, 100, 40, 20}) {
            double limit = DriftLimits.of(distribution(blocks, 3.0, 3.0), WINDOW).psi();
            assertTrue(limit > before, blocks + " blocks: " + limit);
            before = limit;
        }
        assertTrue(DriftLimits.of(distribution(20, 4.0, 3.0), WINDOW).psi() > before);
    }

    @Test
    void shouldNotCompareValuesAfterTooFewBlocks() {
        DriftLimits limits = DriftLimits.of(distribution(DriftLimits.LEAST_BLOCKS - 1, 1.0, 0.5), WINDOW);
        assertEquals(Double.POSITIVE_INFINITY, limits.psi());
        assertEquals(Double.POSITIVE_INFINITY, limits.ks());
    }

    /** Draws shares from the posterior and counts from the shares, and counts how often the range holds. */
    @Test
    void shouldExpectCountsAsOftenAsTheLevelSays() {
        SplittableRandom random = new SplittableRandom(6);
        double level = 0.02;
        for (long hits : new long[]{0, 3, 400, 5_000}) {
            ShareReference reference = new ShareReference(hits, 10_000, 1.0);
            ShareReference.Range range = reference.expected(WINDOW, level);
            int outside = 0;
            int rounds = 20_000;
            for (int round = 0; round < rounds; round++) {
                double share = beta(random, hits + 0.5, 10_000 - hits + 0.5);
                int count = 0;
                for (int i = 0; i < WINDOW; i++) {
                    count += random.nextDouble() < share ? 1 : 0;
                }
                outside += range.severity(count) > 1.0 ? 1 : 0;
            }
            assertTrue(outside <= 1.2 * level * rounds, hits + " hits, " + range + ": " + outside);
            assertTrue(range.most() < WINDOW && (hits == 0 || range.most() > 0), range.toString());
        }
    }

    @Test
    void shouldExpectMoreOfABurstyShare() {
        ShareReference.Range even = new ShareReference(300, 10_000, 1.0).expected(WINDOW, EACH);
        ShareReference.Range bursty = new ShareReference(300, 10_000, 50.0).expected(WINDOW, EACH);
        ShareReference.Range allOrNothing = new ShareReference(300, 10_000, 500.0).expected(WINDOW, EACH);

        assertTrue(bursty.most() > 3 * even.most(), even + " " + bursty);
        assertTrue(even.least() > 0 && bursty.least() == 0);
        assertEquals(new ShareReference.Range(0, WINDOW), allOrNothing);
    }

    private static FeatureDistribution distribution(int blocks, double psiUnit, double ksUnit) {
        long[] counts = new long[10];
        double[] edges = new double[9];
        for (int i = 0; i < 10; i++) {
            counts[i] = 1_000;
            edges[Math.min(i, 8)] = i;
        }
        edges[8] = 8.5;
        return new FeatureDistribution("f", FeatureBins.ofEdges(edges, "test"), counts, 0.0, blocks, psiUnit, ksUnit,
                new ShareReference(0, 10_000, 1.0), new ShareReference(0, 0, 1.0));
    }

    /** As the normal approximation of its logit would be poor for few hits: by two gammas (Marsaglia and Tsang 2000). */
    private static double beta(SplittableRandom random, double a, double b) {
        double x = gamma(random, a);
        return x / (x + gamma(random, b));
    }

    private static double gamma(SplittableRandom random, double shape) {
        if (shape < 1.0) {
            return gamma(random, shape + 1.0) * Math.pow(random.nextDouble(), 1.0 / shape);
        }
        double d = shape - 1.0 / 3.0;
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1.0 + normal / Math.sqrt(9.0 * d), 3);
            if (v > 0 && Math.log(1.0 - random.nextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
