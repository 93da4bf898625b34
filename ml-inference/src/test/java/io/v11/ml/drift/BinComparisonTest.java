package io.v11.ml.drift;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BinComparisonTest {
    private static final int WINDOW = 400;

    private final BinComparison comparison = new BinComparison(WINDOW);

    @Test
    void shouldEqualTheNaiveFormulas() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 2_000; round++) {
            int bins = 2 + random.nextInt(FeatureBins.MAXIMUM - 1);
            int from = random.nextInt(5);
            int[] counts = new int[from + bins];
            long[] training = new long[bins];
            int valid = 1 + random.nextInt(WINDOW);
            int rest = valid;
            long trained = 0;
            for (int i = 0; i < bins; i++) {
                counts[from + i] = i == bins - 1 ? rest : random.nextInt(rest + 1);
                rest -= counts[from + i];
                training[i] = random.nextInt(5_000);
                trained += training[i];
            }
            DriftLimits.Shares shares = DriftLimits.Shares.of(training);
            double psi = 0.0;
            double ks = 0.0;
            double p = 0.0;
            double q = 0.0;
            for (int i = 0; i < bins; i++) {
                double live = (counts[from + i] + 0.5) / (valid + 0.5 * bins);
                double past = (training[i] + 0.5) / (trained + 0.5 * bins);
                psi += (live - past) * Math.log(live / past);
                p += counts[from + i] / (double) valid;
                q += trained == 0 ? 0.0 : training[i] / (double) trained;
                ks = i < bins - 1 ? Math.max(ks, Math.abs(p - q)) : ks;
            }
            assertEquals(psi, comparison.psi(counts, from, bins, valid, shift(shares.smooth(), from),
                    shift(shares.logs(), from)), 1e-12 * Math.max(1.0, psi));
            assertEquals(ks,
                    comparison.kolmogorovSmirnov(counts, from, bins, valid, shift(shares.cumulative(), from)),
                    1e-12);
        }
    }

    /** Two bins, 10 of 20 live and 30 of 40 in training; by hand with the half counts. */
    @Test
    void shouldEqualAWorkedExample() {
        DriftLimits.Shares shares = DriftLimits.Shares.of(new long[]{30, 10});
        int[] counts = {10, 10};

        assertEquals((0.5 - 30.5 / 41) * Math.log(0.5 / (30.5 / 41)) + (0.5 - 10.5 / 41) * Math.log(0.5 / (10.5 / 41)),
                comparison.psi(counts, 0, 2, 20, shares.smooth(), shares.logs()), 1e-15);
        assertEquals(0.25, comparison.kolmogorovSmirnov(counts, 0, 2, 20, shares.cumulative()), 1e-15);
    }

    @Test
    void shouldBeZeroForEqualShares() {
        DriftLimits.Shares shares = DriftLimits.Shares.of(new long[]{100, 100, 100, 100});
        int[] counts = {100, 100, 100, 100};

        assertEquals(0.0, comparison.psi(counts, 0, 4, 400, shares.smooth(), shares.logs()), 1e-30);
        assertEquals(0.0, comparison.kolmogorovSmirnov(counts, 0, 4, 400, shares.cumulative()));
    }

    private static double[] shift(double[] values, int by) {
        double[] shifted = new double[by + values.length];
        System.arraycopy(values, 0, shifted, by, values.length);
        return shifted;
    }
}
