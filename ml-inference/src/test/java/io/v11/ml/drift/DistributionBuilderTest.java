package io.v11.ml.drift;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DistributionBuilderTest {
    private static final int WINDOW = 200;
    private static final int BLOCKS = 30;

    private final DistributionBuilder builder = new DistributionBuilder(WINDOW);

    /** The naive double goes block by block over the values and knows nothing of tables. */
    @Test
    void shouldMeasureHowMuchBlocksVary() {
        for (Market market : new Market[]{Market.NORMAL, Market.COUNTS, Market.SLOWER, Market.BURSTS}) {
            double[] samples = market.stream(new SplittableRandom(9)).next(BLOCKS * WINDOW + 77);

            FeatureDistribution built = builder.build("f", samples);

            double[] all = Arrays.stream(samples).filter(value -> !Double.isNaN(value)).toArray();
            double[] q = shares(built.bins(), all, 0.5);
            double psi = 0.0;
            double ks = 0.0;
            int blocks = 0;
            for (int b = 0; b < BLOCKS; b++) {
                double[] block = Arrays.stream(samples, b * WINDOW, (b + 1) * WINDOW)
                        .filter(value -> !Double.isNaN(value)).toArray();
                if (block.length < WINDOW / 2) {
                    continue;
                }
                double[] p = shares(built.bins(), block, 0.5);
                double sum = 0.0;
                for (int i = 0; i < q.length; i++) {
                    sum += (p[i] - q[i]) * Math.log(p[i] / q[i]);
                }
                double variance = 1.0 / block.length - 1.0 / all.length;
                double d = distance(built.bins(), block, all);
                psi += sum / variance / (q.length - 1);
                ks += d * d / variance;
                blocks++;
            }
            assertEquals(blocks, built.blocks());
            assertEquals(psi / blocks, built.psiUnit(), 1e-9 * built.psiUnit(), market.name());
            assertEquals(ks / blocks, built.ksUnit(), 1e-9 * built.ksUnit(), market.name());
            assertEquals(samples.length - all.length, built.invalid().hits());
        }
    }

    @Test
    void shouldTellBurstsFromSingleMisses() {
        double[] samples = new double[BLOCKS * WINDOW];
        for (int i = 0; i < samples.length; i += 50) {
            samples[i] = Double.NaN;
        }
        assertEquals(1.0, builder.build("even", samples).invalid().inflation());
        Arrays.fill(samples, 0.0);
        Arrays.fill(samples, 0, 120, Double.NaN);
        FeatureDistribution bursty = builder.build("burst", samples);
        assertEquals(120, bursty.invalid().hits());
        assertTrue(bursty.invalid().inflation() > 50.0, bursty.invalid().toString());
    }

    @Test
    void shouldKnowTheUsualValueOfAFeatureThatHardlyEverChanges() {
        double[] samples = new double[BLOCKS * WINDOW];
        Arrays.fill(samples, 2.5);
        for (int i = 0; i < 60; i++) {
            samples[i * 97] = -1.0;
        }

        FeatureDistribution built = builder.build("f", samples);

        assertEquals(1, built.bins().count());
        assertEquals(2.5, built.usual());
        assertEquals(60, built.unusual().hits());
        assertEquals(samples.length, built.unusual().samples());
    }

    @Test
    void shouldDescribeAFeatureThatWasNeverValid() {
        double[] samples = new double[BLOCKS * WINDOW];
        Arrays.fill(samples, Double.NaN);

        FeatureDistribution built = builder.build("f", samples);

        assertEquals(0, built.valid());
        assertEquals(0, built.blocks());
        assertEquals(new ShareReference(samples.length, samples.length, 1.0), built.invalid());
    }

    private static double[] shares(FeatureBins bins, double[] values, double each) {
        double[] shares = new double[bins.count()];
        for (double value : values) {
            shares[bins.indexOf(value)]++;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (shares[i] + each) / (values.length + each * shares.length);
        }
        return shares;
    }

    private static double distance(FeatureBins bins, double[] block, double[] all) {
        double largest = 0.0;
        for (double edge : bins.edges()) {
            double below = Arrays.stream(block).filter(value -> value <= edge).count() / (double) block.length;
            double expected = Arrays.stream(all).filter(value -> value <= edge).count() / (double) all.length;
            largest = Math.max(largest, Math.abs(below - expected));
        }
        return largest;
    }
}
