package io.v11.training.performance.luck;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.performance.sample.Moments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The worked numbers of Bailey and López de Prado. */
class SharpeProbabilityTest {
    private static final double MONTH = 1.0 / Math.sqrt(12.0);

    /**
     * The Sharpe Ratio Efficient Frontier (2012): mean 0.036, deviation 0.079 over 24 months; 98.2 % if normal, 91.3 %
     * as it is.
     */
    @Test
    void shouldGiveTheProbabilisticRatiosOfThePaper() {
        double normal = SharpeProbability.probabilistic(moments(24, 1.59 * MONTH, 0.0, 3.0), 0.0);
        double real = SharpeProbability.probabilistic(moments(24, 1.59 * MONTH, -2.448, 10.164), 0.0);

        assertEquals(0.982, normal, 0.0005);
        assertEquals(0.913, real, 0.001);
    }

    /**
     * The same: a Sharpe of 2 above 1 needs 2.73 years of days, 2.83 of weeks, 3.24 of months, and 4.99 as hedge funds
     * are.
     */
    @Test
    void shouldGiveTheMinimumTracksOfThePaper() {
        assertEquals(2.73, years(250.0, 0.0, 3.0), 0.005);
        assertEquals(2.83, years(52.0, 0.0, 3.0), 0.005);
        assertEquals(3.24, years(12.0, 0.0, 3.0), 0.005);
        assertEquals(4.99, years(12.0, -0.72, 5.78), 0.005);
    }

    /** The Deflated Sharpe Ratio (2014), numerical example: 2.5 a year over 1,250 days, 100 trials of variance 1/2. */
    @Test
    void shouldGiveTheDeflatedRatiosOfThePaper() {
        Moments found = moments(1250, 2.5 / Math.sqrt(250.0), -3.0, 10.0);
        Moments normal = moments(1250, 2.5 / Math.sqrt(250.0), 0.0, 3.0);

        assertEquals(0.1132, SharpeProbability.expectedGreatest(100, 0.5 / 250.0), 0.00005);
        assertEquals(0.9004, SharpeProbability.deflated(found, new Trials(100, 0.5), 250.0), 0.0001);
        assertEquals(0.9505, SharpeProbability.deflated(found, new Trials(46, 0.5), 250.0), 0.0002);
        assertEquals(0.9505, SharpeProbability.deflated(normal, new Trials(88, 0.5), 250.0), 0.0005);
    }

    @Test
    void shouldExpectTheGreatestThatDrawsHave() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trials : new int[]{5, 50, 500}) {
            double sum = 0.0;
            for (int i = 0; i < 4000; i++) {
                double greatest = Double.NEGATIVE_INFINITY;
                for (int trial = 0; trial < trials; trial++) {
                    greatest = Math.max(greatest, 0.3 * random.nextGaussian());
                }
                sum += greatest / 4000.0;
            }

            // The formula is an asymptote: the paper's figure shows it a few percent off for few trials.
            assertEquals(1.0, SharpeProbability.expectedGreatest(trials, 0.09) / sum, 0.05, trials + " trials");
        }
        assertEquals(0.0, SharpeProbability.expectedGreatest(1, 0.09));
    }

    @Test
    void shouldReachTheConfidenceAfterTheMinimumTrack() {
        Moments shape = moments(100, 0.11, -0.4, 5.0);

        double track = SharpeProbability.minimumTrack(shape, 0.02, 0.95);

        Moments then = new Moments((int) Math.ceil(track), 0.11, 1.0, -0.4, 5.0);
        Moments before = new Moments((int) Math.ceil(track) - 1, 0.11, 1.0, -0.4, 5.0);
        assertTrue(SharpeProbability.probabilistic(then, 0.02) >= 0.95);
        assertTrue(SharpeProbability.probabilistic(before, 0.02) < 0.95);
    }

    @Test
    void shouldHaveNoTrackForWhatIsNotAboveTheBenchmark() {
        assertEquals(Double.POSITIVE_INFINITY, SharpeProbability.minimumTrack(moments(50, 0.1, 0.0, 3.0), 0.1, 0.95));
        assertTrue(Double.isNaN(SharpeProbability.minimumTrack(Moments.of(new double[9]), 0.0, 0.95)));
        assertTrue(Double.isNaN(SharpeProbability.probabilistic(Moments.of(new double[]{0.4}), 0.0)));
        assertThrows(IllegalArgumentException.class,
                () -> SharpeProbability.probabilistic(moments(50, 0.1, 0.0, 3.0), Double.NaN));
    }

    private static double years(double periodsPerYear, double skewness, double kurtosis) {
        double root = Math.sqrt(periodsPerYear);
        return SharpeProbability.minimumTrack(moments(100, 2.0 / root, skewness, kurtosis), 1.0 / root, 0.95)
                / periodsPerYear;
    }

    private static Moments moments(int count, double sharpe, double skewness, double kurtosis) {
        return new Moments(count, sharpe, 1.0, skewness, kurtosis);
    }
}
