package io.v11.training.data.weight;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.data.SyntheticMarket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TimeDecayTest {
    private static final long STEP_NS = 1_000_000_000L;
    private static final int[] ROWS = {0, 1, 2, 3};
    private static final double[] ALL_UNIQUE = {1.0, 1.0, 1.0, 1.0};

    /** A row a second. */
    private final Dataset data = SyntheticMarket.of(1, 10, 1, row -> 0.5);

    /** The book's cases c = 1, 0.5, 0 and -0.5 (4.7, figure 4.3), by hand: slope (1 - c) / 4, or 1 / ((c + 1) * 4). */
    @Test
    void shouldFallLinearlyToTheWeightOfTheOldest() {
        assertArrayEquals(new double[]{1.0, 1.0, 1.0, 1.0}, TimeDecay.linear(data, ROWS, ALL_UNIQUE, 1.0), 1e-15);
        assertArrayEquals(new double[]{0.625, 0.75, 0.875, 1.0}, TimeDecay.linear(data, ROWS, ALL_UNIQUE, 0.5), 1e-15);
        assertArrayEquals(new double[]{0.25, 0.5, 0.75, 1.0}, TimeDecay.linear(data, ROWS, ALL_UNIQUE, 0.0), 1e-15);
        assertArrayEquals(new double[]{0.0, 0.0, 0.5, 1.0}, TimeDecay.linear(data, ROWS, ALL_UNIQUE, -0.5), 1e-15);
    }

    @Test
    void shouldAgeByWhatIsNewAndNotByCopies() {
        assertArrayEquals(new double[]{0.4, 0.5, 0.6, 1.0},
                TimeDecay.linear(data, ROWS, new double[]{1.0, 0.25, 0.25, 1.0}, 0.0), 1e-15);
    }

    @Test
    void shouldAgeInTheOrderOfTimeWhateverTheOrderOfTheRows() {
        assertArrayEquals(new double[]{1.0, 0.25, 0.75, 0.5},
                TimeDecay.linear(data, new int[]{9, 1, 5, 2}, ALL_UNIQUE, 0.0), 1e-15);
    }

    @Test
    void shouldHalveWithEachHalfLife() {
        assertArrayEquals(new double[]{0.0625, 0.25, 0.5, 1.0},
                TimeDecay.halving(data, new int[]{1, 5, 7, 9}, 2 * STEP_NS), 1e-15);
    }

    @Test
    void shouldRefuseWhatMeansNothing() {
        assertThrows(ConfigurationException.class, () -> TimeDecay.linear(data, ROWS, ALL_UNIQUE, -1.0));
        assertThrows(ConfigurationException.class, () -> TimeDecay.linear(data, ROWS, ALL_UNIQUE, 1.1));
        assertThrows(IllegalArgumentException.class, () -> TimeDecay.linear(data, ROWS, new double[3], 0.5));
        assertThrows(ConfigurationException.class, () -> TimeDecay.halving(data, ROWS, 0));
    }
}
