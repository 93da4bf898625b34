package io.v11.training.performance.luck;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.performance.sample.BlockLength;
import io.v11.training.performance.sample.Noise;
import io.v11.training.performance.sample.StationaryBootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealityCheckTest {
    private static final long SEED = 5;

    /** Both statistics from the written formulas over the same draws. */
    @Test
    void shouldEqualTheFormulasOfThePapers() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] f = {Noise.normal(80, 0.02, 0.1, random), Noise.normal(80, -0.2, 0.1, random),
            Noise.normal(80, 0.0, 0.5, random)};

        RealityCheck white = RealityCheck.of(TrialReturns.of(f), 300, SEED);
        PredictiveAbility hansen = PredictiveAbility.of(TrialReturns.of(f), 300, SEED);

        double[][] drawn = drawnMeans(f, 300);
        double root = Math.sqrt(80.0);
        double[] means = Arrays.stream(f).mapToDouble(k -> Arrays.stream(k).average().orElseThrow()).toArray();
        double best = root * Arrays.stream(means).max().orElseThrow();
        double[] omega = new double[3];
        for (int k = 0; k < 3; k++) {
            for (double[] draw : drawn) {
                omega[k] += 80.0 * (draw[k] - means[k]) * (draw[k] - means[k]) / 300.0;
            }
            omega[k] = Math.sqrt(omega[k]);
        }
        double studentised = 0.0;
        for (int k = 0; k < 3; k++) {
            studentised = Math.max(studentised, root * means[k] / omega[k]);
        }
        int whiteReached = 1;
        int hansenReached = 1;
        for (double[] draw : drawn) {
            double v = Double.NEGATIVE_INFINITY;
            double t = 0.0;
            for (int k = 0; k < 3; k++) {
                boolean bad = root * means[k] < -omega[k] * Math.sqrt(2.0 * Math.log(Math.log(80.0)));
                v = Math.max(v, root * (draw[k] - means[k]));
                t = Math.max(t, root * (draw[k] - (bad ? 0.0 : means[k])) / omega[k]);
            }
            whiteReached += v >= best ? 1 : 0;
            hansenReached += t >= studentised ? 1 : 0;
        }
        assertEquals(best, white.statistic(), 1e-12);
        assertEquals(whiteReached / 301.0, white.chance(), 1e-15);
        assertEquals(studentised, hansen.statistic(), 1e-9);
        assertEquals(hansenReached / 301.0, hansen.chance(), 1e-15);
        assertTrue(hansen.chance() < white.chance(), white + " " + hansen);
    }

    /** A test at 5 % must reject about 5 % of nulls; deviation of 300 repetitions is 1.3 points. */
    @Test
    void shouldRejectNullsAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int white = 0;
        int hansen = 0;
        for (int i = 0; i < 300; i++) {
            TrialReturns returns = TrialReturns.of(BacktestOverfittingTest.noise(10, 150, random));
            white += RealityCheck.of(returns, 200, i).chance() < 0.05 ? 1 : 0;
            hansen += PredictiveAbility.of(returns, 200, i).chance() < 0.05 ? 1 : 0;
        }

        assertTrue(white >= 5 && white <= 28, white + " of 300 by White, seed " + SEED);
        assertTrue(hansen >= 5 && hansen <= 28, hansen + " of 300 by Hansen, seed " + SEED);
    }

    @Test
    void shouldFindAnEdgeAmongWildLosersByHansenOnly() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] byTrial = new double[21][];
        byTrial[0] = Noise.normal(400, 0.02, 0.1, random);
        for (int trial = 1; trial <= 20; trial++) {
            byTrial[trial] = Noise.normal(400, -1.0, 2.0, random);
        }

        TrialReturns returns = TrialReturns.of(byTrial);

        assertTrue(PredictiveAbility.of(returns, 500, SEED).chance() < 0.01);
        assertTrue(RealityCheck.of(returns, 500, SEED).chance() > 0.5);
    }

    @Test
    void shouldTestAgainstABenchmark() {
        double[] market = Noise.normal(200, 0.3, 1.0, new SplittableRandom(SEED));
        TrialReturns returns = TrialReturns.of(new double[][]{market, market.clone()});

        assertTrue(RealityCheck.of(returns, 200, SEED).chance() < 0.05);
        assertEquals(1.0, RealityCheck.of(returns.above(market), 200, SEED).chance());
        assertEquals(1.0, PredictiveAbility.of(returns.above(market), 200, SEED).chance());
    }

    @Test
    void shouldRefuseTooLittle() {
        TrialReturns few = TrialReturns.of(new double[2][9]);
        TrialReturns enough = TrialReturns.of(new double[2][10]);

        assertThrows(IllegalArgumentException.class, () -> RealityCheck.of(few, SEED));
        assertThrows(IllegalArgumentException.class, () -> RealityCheck.of(enough, 99, SEED));
        assertThrows(IllegalArgumentException.class, () -> PredictiveAbility.of(few, SEED));
    }

    private static double[][] drawnMeans(double[][] f, int draws) {
        double length = Arrays.stream(f).mapToDouble(BlockLength::ofMean).average().orElseThrow();
        StationaryBootstrap bootstrap = new StationaryBootstrap(f[0].length, length, SEED);
        double[] times = new double[f[0].length];
        double[][] means = new double[draws][f.length];
        for (double[] mean : means) {
            bootstrap.draw(times);
            for (int k = 0; k < f.length; k++) {
                for (int i = 0; i < times.length; i++) {
                    mean[k] += times[i] * f[k][i] / times.length;
                }
            }
        }
        return means;
    }
}
