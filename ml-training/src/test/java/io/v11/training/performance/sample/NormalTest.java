package io.v11.training.performance.sample;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class NormalTest {
    /** Tables of Abramowitz and Stegun 26.1 and 26.2. */
    @Test
    void shouldGiveTheTabulatedValues() {
        assertEquals(0.5, Normal.probability(0.0), 1e-16);
        assertEquals(0.841344746068543, Normal.probability(1.0), 1e-14);
        assertEquals(9.865876450377e-10, Normal.probability(-6.0), 1e-21);
        assertEquals(1.959963984540054, Normal.quantile(0.975), 1e-12);
        assertEquals(-2.326347874040841, Normal.quantile(0.01), 1e-12);
    }

    @Test
    void shouldInvertItself() {
        for (double probability : new double[]{1e-12, 1e-6, 0.001, 0.3, 0.5, 0.9, 0.999999}) {
            assertEquals(probability, Normal.probability(Normal.quantile(probability)), 1e-9 * probability);
        }
    }

    @Test
    void shouldSayWhatHasNoQuantile() {
        for (double outside : new double[]{0.0, 1.0, -0.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Normal.quantile(outside), "at " + outside);
        }
        assertEquals(1.0, Normal.probability(Double.POSITIVE_INFINITY));
        assertEquals(0.0, Normal.probability(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, Normal.probability(Double.NaN));
    }
}
