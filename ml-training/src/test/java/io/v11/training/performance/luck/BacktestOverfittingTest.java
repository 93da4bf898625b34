package io.v11.training.performance.luck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.performance.sample.Noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BacktestOverfittingTest {
    private static final long SEED = 77;

    /**
     * The algorithm of the paper word by word: glue the blocks together, measure, rank. 53 periods do not divide by 6.
     */
    @Test
    void shouldEqualTheAlgorithmOfThePaper() {
        double[][] byTrial = noise(9, 53, new SplittableRandom(SEED));

        BacktestOverfitting judged = BacktestOverfitting.of(TrialReturns.of(byTrial), 6);

        List<Double> logits = new ArrayList<>();
        int losses = 0;
        for (int mask = 0; mask < 64; mask++) {
            if (Integer.bitCount(mask) == 3) {
                int chosen = mask;
                double[] inside = Arrays.stream(byTrial).mapToDouble(r -> naiveSharpe(half(r, chosen, 6))).toArray();
                double[] outside = Arrays.stream(byTrial).mapToDouble(r -> naiveSharpe(half(r, 63 - chosen, 6)))
                        .toArray();
                int best = 0;
                for (int i = 0; i < 9; i++) {
                    best = inside[i] > inside[best] ? i : best;
                }
                double of = outside[best];
                double share = Arrays.stream(outside).filter(other -> other <= of).count() / 10.0;
                logits.add(Math.log(share / (1.0 - share)));
                losses += of < 0.0 ? 1 : 0;
            }
        }
        assertEquals(20, judged.logits().length);
        for (int i = 0; i < 20; i++) {
            assertEquals(logits.get(i), judged.logits()[i], 1e-12, "split " + i + ", seed " + SEED);
        }
        assertEquals(logits.stream().filter(logit -> logit <= 0.0).count() / 20.0, judged.probability());
        assertEquals(judged.probability(), judged.shareUpTo(0.0));
        assertEquals(losses / 20.0, judged.lossShare());
    }

    @Test
    void shouldBeNearAHalfForNoiseAndNearZeroForAnEdge() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] noise = noise(50, 1000, random);
        double sum = 0.0;
        for (int i = 0; i < 20; i++) {
            sum += BacktestOverfitting.of(TrialReturns.of(noise(50, 400, random)), 8).probability() / 20.0;
        }
        noise[31] = Noise.normal(1000, 0.2, 1.0, random);

        BacktestOverfitting edge = BacktestOverfitting.of(TrialReturns.of(noise));

        assertTrue(sum > 0.4 && sum < 0.75, "mean PBO of noise " + sum + ", seed " + SEED);
        assertTrue(edge.probability() < 0.02, edge.text());
        assertEquals(12_870, edge.logits().length);
        assertTrue(edge.medianOutside() > 0.15, edge.text());
    }

    /** When one half is good only because the other is bad, every winner inside loses outside. */
    @Test
    void shouldSeeThatWinnersOfOneHalfLoseTheOther() {
        double[][] byTrial = new double[20][];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int trial = 0; trial < 20; trial++) {
            double[] returns = Noise.normal(160, 0.0, 0.01, random);
            for (int i = 0; i < 160; i++) {
                returns[i] += (trial / 2 % 8 == i / 20 ? 1.0 : -1.0 / 7.0) * (trial % 2 == 0 ? 0.05 : -0.05);
            }
            byTrial[trial] = returns;
        }

        BacktestOverfitting judged = BacktestOverfitting.of(TrialReturns.of(byTrial), 8);

        assertTrue(judged.probability() > 0.9, judged.text());
        assertTrue(judged.lossShare() > 0.9, judged.text());
    }

    @Test
    void shouldAcceptNothingOfTrialsThatAreAllTheSame() {
        double[] same = Noise.normal(64, 0.1, 1.0, new SplittableRandom(SEED));

        assertEquals(1.0, BacktestOverfitting.of(TrialReturns.of(new double[][]{same, same, same}), 4).probability());
        assertEquals(1.0, BacktestOverfitting.of(TrialReturns.of(new double[3][64]), 4).probability());
    }

    @Test
    void shouldRefuseWhatCannotBeSplit() {
        TrialReturns returns = TrialReturns.of(noise(3, 31, new SplittableRandom(SEED)));

        assertThrows(IllegalArgumentException.class, () -> BacktestOverfitting.of(returns, 7));
        assertThrows(IllegalArgumentException.class, () -> BacktestOverfitting.of(returns, 22));
        assertThrows(IllegalArgumentException.class, () -> BacktestOverfitting.of(returns));
        assertThrows(IllegalArgumentException.class,
                () -> BacktestOverfitting.of(TrialReturns.of(noise(1, 64, new SplittableRandom(SEED)))));
    }

    @Test
    void shouldRefuseTrialsOfDifferentPeriods() {
        assertThrows(IllegalArgumentException.class, () -> TrialReturns.of(new double[0][]));
        assertThrows(IllegalArgumentException.class,
                () -> TrialReturns.of(new double[][]{new double[5], new double[6]}));
        assertThrows(IllegalArgumentException.class,
                () -> TrialReturns.of(new double[][]{new double[6], new double[5]}));
        assertThrows(IllegalArgumentException.class, () -> TrialReturns.of(new double[][]{{0.0, Double.NaN}}));
        assertThrows(IllegalArgumentException.class, () -> TrialReturns.of(new double[2][4]).above(new double[3]));
    }

    static double[][] noise(int trials, int periods, SplittableRandom random) {
        double[][] byTrial = new double[trials][];
        for (int trial = 0; trial < trials; trial++) {
            byTrial[trial] = Noise.normal(periods, 0.0, 1.0, random);
        }
        return byTrial;
    }

    private static double[] half(double[] returns, int mask, int blocks) {
        List<Double> glued = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            for (int i = block * returns.length / blocks; i < (block + 1) * returns.length / blocks; i++) {
                if ((mask >> block & 1) == 1) {
                    glued.add(returns[i]);
                }
            }
        }
        return glued.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double naiveSharpe(double[] returns) {
        double mean = Arrays.stream(returns).average().orElseThrow();
        double squares = Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
        return mean / Math.sqrt(squares / (returns.length - 1));
    }
}
