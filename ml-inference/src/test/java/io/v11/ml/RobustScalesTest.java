package io.v11.ml;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RobustScalesTest {
    private static final int MEMORY = 400;
    private static final double BOUND = 5.0;

    private final RobustScales scales = new RobustScales(
            new Normalisation.RobustZ[]{new Normalisation.RobustZ(MEMORY, BOUND)});

    private enum Law {
        NORMAL(Random::nextGaussian), UNIFORM(Random::nextDouble), SKEWED(random -> -Math.log(1 - random.nextDouble())),
        HEAVY(random -> random.nextGaussian() / Math.max(0.05, random.nextDouble())),
        MOSTLY_ZERO(random -> random.nextInt(3) == 0 ? random.nextGaussian() : 0.0);

        private final ToDoubleFunction<Random> draw;

        Law(ToDoubleFunction<Random> draw) {
            this.draw = draw;
        }
    }

    @ParameterizedTest
    @EnumSource(Law.class)
    void shouldFollowTheExponentiallyWeightedMedianAndDeviation(Law law) {
        Random random = new Random(5);
        double[] history = new double[6000];
        double medianError = 0.0;
        double deviationError = 0.0;
        int compared = 0;
        for (int i = 0; i < history.length; i++) {
            // The level drifts by two scales over the whole, for there is to be something to follow; not that of the law
            // with a spike, whose batch median lags behind the drift while the recurrence does not.
            double drift = law == Law.MOSTLY_ZERO ? 0.0 : 0.0023 * i;
            history[i] = 100.0 + 7.0 * law.draw.applyAsDouble(random) + drift;
            scales.sample(0, history[i]);
            if (i >= 4 * MEMORY && i % 100 == 0) {
                double median = weightedMedian(history, i + 1);
                double deviation = weightedDeviation(history, i + 1, median);
                medianError += (scales.median(0) - median) / deviation;
                deviationError += Math.abs(scales.deviation(0) / deviation - 1.0);
                compared++;
            }
        }

        assertEquals(0.0, medianError / compared, 0.1, "mean error of the median, deviations");
        assertEquals(0.0, deviationError / compared, 0.12, "mean relative error of the deviation");
    }

    @Test
    void shouldScoreByTheBatchFormula() {
        Random random = new Random(6);
        for (int i = 0; i < 3000; i++) {
            scales.sample(0, random.nextGaussian());
        }

        double sigma = scales.deviation(0) * Math.sqrt(Math.PI / 2.0);
        for (double x = -3.0; x <= 3.0; x += 0.25) {
            assertEquals((x - scales.median(0)) / sigma, scales.score(0, x), 1e-12);
        }
        assertEquals(1.0, sigma, 0.1);
    }

    @Test
    void shouldCutAnOutlierAndForgetIt() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            scales.sample(0, random.nextGaussian());
        }
        double median = scales.median(0);
        double deviation = scales.deviation(0);

        scales.sample(0, 1e300);

        assertEquals(BOUND, scales.score(0, 1e300));
        assertEquals(-BOUND, scales.score(0, -Double.MAX_VALUE));
        assertEquals(median, scales.median(0), 0.01 * deviation);
        assertEquals(deviation, scales.deviation(0), 10.0 / MEMORY * deviation);
    }

    @Test
    void shouldNotBeSpoiltByOutliersAtTheBeginning() {
        Random random = new Random(8);
        scales.sample(0, 1e6);
        scales.sample(0, -3e6);
        for (int i = 0; i < 2 * MEMORY; i++) {
            scales.sample(0, random.nextGaussian());
        }

        assertEquals(0.0, scales.median(0), 0.3);
        assertEquals(1.0, scales.deviation(0) * Math.sqrt(Math.PI / 2.0), 0.3);
    }

    @Test
    void shouldLearnANewLevelAThousandDeviationsAway() {
        Random random = new Random(9);
        for (int i = 0; i < 3000; i++) {
            scales.sample(0, random.nextGaussian());
        }
        for (int i = 0; i < 3 * MEMORY; i++) {
            scales.sample(0, 1000.0 + random.nextGaussian());
        }

        assertEquals(1000.0, scales.median(0), 10.0);
    }

    @Test
    void shouldCallAConstantZeroAndWhateverElseFarAway() {
        for (int i = 0; i < 200_000; i++) {
            scales.sample(0, 0.1);
        }

        assertEquals(0.0, scales.score(0, 0.1));
        assertEquals(0.0, scales.score(0, 0.1 + 1e-17), 1e-6);
        assertEquals(BOUND, scales.score(0, 0.2));
        assertEquals(-BOUND, scales.score(0, 0.0));
    }

    @Test
    void shouldNotTakeRoundingForMovement() {
        for (int i = 0; i < 5000; i++) {
            scales.sample(0, i % 2 == 0 ? 0.3 : 0.1 + 0.2);
        }

        assertEquals(0.0, scales.score(0, 0.3), 1e-6);
        assertEquals(0.0, scales.score(0, 0.1 + 0.2), 1e-6);
    }

    @Test
    void shouldStayFiniteWhateverComes() {
        Random random = new Random(10);
        for (int i = 0; i < 5000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            scales.sample(0, Double.isFinite(value) ? value : Double.MAX_VALUE);
            double score = scales.score(0, -value);
            assertTrue(Math.abs(score) <= BOUND || Double.isNaN(value), "score " + score + " of " + value);
            assertTrue(Double.isFinite(scales.median(0)) && Double.isFinite(scales.deviation(0)));
        }
    }

    @Test
    void shouldBeWarmAfterTheStatedSamples() {
        for (int i = 1; i < RobustScales.WARM_UP; i++) {
            scales.sample(0, i);
        }
        assertFalse(scales.warm(0));

        scales.sample(0, 0.0);

        assertTrue(scales.warm(0));
    }

    /** Weight of a sample: (1 - 1/memory)^age. */
    private static double weightedMedian(double[] history, int count) {
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> history[i]));
        double total = IntStream.range(0, count).mapToDouble(i -> weight(count - 1 - i)).sum();
        double below = 0.0;
        for (Integer i : order) {
            below += weight(count - 1 - i);
            if (below >= total / 2.0) {
                return history[i];
            }
        }
        throw new AssertionError();
    }

    private static double weightedDeviation(double[] history, int count, double median) {
        double sum = 0.0;
        double total = 0.0;
        for (int i = 0; i < count; i++) {
            sum += weight(count - 1 - i) * Math.abs(history[i] - median);
            total += weight(count - 1 - i);
        }
        return sum / total;
    }

    private static double weight(int age) {
        return Math.pow(1.0 - 1.0 / MEMORY, age);
    }
}
