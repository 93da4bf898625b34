package io.v11.training.performance.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MomentsTest {
    @Test
    void shouldEqualTheFormulasOverPowers() {
        double[] values = Noise.normal(500, 0.3, 2.0, new SplittableRandom(11));

        Moments moments = Moments.of(values);

        double m1 = power(values, 1);
        double m2 = power(values, 2) - m1 * m1;
        double m3 = power(values, 3) - 3.0 * m1 * power(values, 2) + 2.0 * m1 * m1 * m1;
        double m4 = power(values, 4) - 4.0 * m1 * power(values, 3) + 6.0 * m1 * m1 * power(values, 2)
                - 3.0 * Math.pow(m1, 4);
        assertEquals(m1, moments.mean(), 1e-12);
        assertEquals(Math.sqrt(m2 * 500.0 / 499.0), moments.deviation(), 1e-12);
        assertEquals(m3 / Math.pow(m2, 1.5), moments.skewness(), 1e-10);
        assertEquals(m4 / (m2 * m2), moments.kurtosis(), 1e-10);
        assertEquals(moments.mean() / moments.deviation(), moments.sharpe());
    }

    @Test
    void shouldKnowASmallSeriesByHand() {
        Moments moments = Moments.of(new double[]{1.0, 2.0, 3.0, 4.0, 10.0});

        assertEquals(4.0, moments.mean());
        assertEquals(Math.sqrt(12.5), moments.deviation(), 1e-15);
        assertEquals(36.0 / Math.pow(10.0, 1.5), moments.skewness(), 1e-15);
        assertEquals(278.8 / 100.0, moments.kurtosis(), 1e-15);
    }

    @Test
    void shouldHaveNoSharpeWithoutVariance() {
        double[] same = new double[1000];
        Arrays.fill(same, 0.1);

        assertEquals(0.0, Moments.of(same).deviation());
        assertTrue(Double.isNaN(Moments.of(same).sharpe()));
        assertTrue(Double.isNaN(Moments.of(new double[20]).sharpe()));
        assertTrue(Double.isNaN(Moments.of(new double[]{0.5}).sharpe()));
    }

    @Test
    void shouldRefuseWhatIsNoNumber() {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class,
                () -> Moments.of(new double[]{1.0, Double.NaN}));

        assertTrue(thrown.getMessage().contains("series[1] is NaN"), thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Moments.of(new double[]{Double.NEGATIVE_INFINITY}));
        assertThrows(IllegalArgumentException.class, () -> Moments.of(new double[0]));
    }

    private static double power(double[] values, int exponent) {
        return Arrays.stream(values).map(value -> Math.pow(value, exponent)).average().orElseThrow();
    }
}
