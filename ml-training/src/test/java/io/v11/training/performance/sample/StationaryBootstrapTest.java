package io.v11.training.performance.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StationaryBootstrapTest {
    private static final long SEED = 20261128;

    @Test
    void shouldDrawAsManyPeriodsAsThereAre() {
        StationaryBootstrap bootstrap = new StationaryBootstrap(97, 6.0, SEED);
        double[] times = new double[97];
        double[] expected = new double[97];

        for (int draw = 0; draw < 2000; draw++) {
            bootstrap.draw(times);
            assertEquals(97.0, Arrays.stream(times).sum());
            for (int i = 0; i < 97; i++) {
                expected[i] += times[i] / 2000.0;
            }
        }

        // Stationary: every period, the first and the last too, is drawn once on average.
        for (double average : expected) {
            assertEquals(1.0, average, 0.15, "seed " + SEED);
        }
    }

    @Test
    void shouldRepeatItselfFromASeed() {
        double[] returns = Noise.normal(300, 0.1, 1.0, new SplittableRandom(3));

        assertEquals(StationaryBootstrap.ofSharpe(returns, 5), StationaryBootstrap.ofSharpe(returns, 5));
        assertTrue(!StationaryBootstrap.ofSharpe(returns, 5).equals(StationaryBootstrap.ofSharpe(returns, 6)));
    }

    /**
     * The variance of a mean by runs of length b, against the kernel formula of Politis and Romano (1994), equation 4.
     */
    @Test
    void shouldGiveTheVarianceOfTheKernelFormula() {
        double[] series = Noise.autoregressive(120, 0.6, new SplittableRandom(8));
        double mean = Moments.of(series).mean();
        StationaryBootstrap bootstrap = new StationaryBootstrap(120, 8.0, SEED);
        double[] times = new double[120];
        double squares = 0.0;
        int draws = 40_000;

        for (int draw = 0; draw < draws; draw++) {
            bootstrap.draw(times);
            double sum = 0.0;
            for (int i = 0; i < 120; i++) {
                sum += times[i] * (series[i] - mean);
            }
            squares += sum * sum / 120.0;
        }

        double variance = 0.0;
        for (int lag = 0; lag < 120; lag++) {
            double covariance = 0.0;
            for (int i = 0; i < 120; i++) {
                covariance += (series[i] - mean) * (series[(i + lag) % 120] - mean) / 120.0;
            }
            double weight = (1.0 - lag / 120.0) * Math.pow(1.0 - 1.0 / 8.0, lag);
            variance += (lag == 0 ? 1.0 : 2.0) * weight * covariance;
        }
        assertEquals(1.0, squares / draws / variance, 0.03, "seed " + SEED);
    }

    @Test
    void shouldHoldTheTruthAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int held = 0;
        int repetitions = 200;

        for (int i = 0; i < repetitions; i++) {
            ConfidenceInterval interval = StationaryBootstrap.ofSharpe(Noise.normal(250, 0.1, 1.0, random), i);
            held += interval.low() <= 0.1 && 0.1 <= interval.high() ? 1 : 0;
        }

        // Binomial deviation is 1.5 points; percentile intervals of short series are a little short.
        assertTrue(held >= 0.90 * repetitions && held <= 0.99 * repetitions, held + " of 200, seed " + SEED);
    }

    @Test
    void shouldTellNothingOfTooLittle() {
        assertEquals(ConfidenceInterval.unknown(), StationaryBootstrap.ofSharpe(new double[]{0.1, 0.2}, 1));
        assertEquals(ConfidenceInterval.unknown(), StationaryBootstrap.ofSharpe(new double[50], 1));
        assertThrows(IllegalArgumentException.class, () -> new StationaryBootstrap(10, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> new StationaryBootstrap(0, 2.0, 1));
        assertThrows(IllegalArgumentException.class, () -> new StationaryBootstrap(9, 2.0, 1).draw(new double[8]));
    }

    /**
     * Of x(t) = rho x(t - 1) + e the best length is (2 rho / (1 - rho^2))^(2/3) n^(1/3): the sums of the rule in closed
     * form.
     */
    @Test
    void shouldTakeRunsAsLongAsTheDependenceAsks() {
        int count = 4000;
        double[] lengths = new double[21];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = BlockLength.ofMean(Noise.autoregressive(count, 0.7, new SplittableRandom(100 + i)));
        }
        Arrays.sort(lengths);

        double best = Math.pow(1.4 / 0.51, 2.0 / 3.0) * Math.cbrt(count);
        assertEquals(1.0, lengths[10] / best, 0.2, Arrays.toString(lengths));
    }

    @Test
    void shouldTakeShortRunsOfIndependentPeriods() {
        double[] lengths = new double[21];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = BlockLength.ofMean(Noise.normal(1000, 0.0, 1.0, new SplittableRandom(i)));
        }
        Arrays.sort(lengths);

        assertTrue(lengths[10] < 4.0, Arrays.toString(lengths));
        assertArrayEquals(new double[]{1.0, 1.0},
                new double[]{BlockLength.ofMean(new double[40]), BlockLength.ofMean(new double[]{1.0, 2.0})});
    }

    /** A mean does not mind clusters of volatility; a Sharpe that is not small does, through the deviation below it. */
    @Test
    void shouldMindClustersOfVolatilityInTheSharpe() {
        double[] ratios = new double[21];
        for (int seed = 0; seed < ratios.length; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] logVolatility = Noise.autoregressive(3000, 0.97, random);
            double[] returns = new double[3000];
            for (int i = 0; i < returns.length; i++) {
                returns[i] = 1.0 + Math.exp(0.15 * logVolatility[i]) * random.nextGaussian();
            }
            ratios[seed] = BlockLength.ofSharpe(returns) / BlockLength.ofMean(returns);
        }
        Arrays.sort(ratios);

        assertTrue(ratios[10] > 2.0, Arrays.toString(ratios));
    }
}
