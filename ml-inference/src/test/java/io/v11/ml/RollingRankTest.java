package io.v11.ml;

import java.util.ArrayDeque;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class RollingRankTest {
    @ParameterizedTest
    @ValueSource(ints = {32, 77, 256})
    void shouldRankAsANaiveCountDoes(int samples) {
        RollingRank rank = new RollingRank(samples);
        ArrayDeque<Float> last = new ArrayDeque<>();
        Random random = new Random(samples);
        for (int i = 0; i < 20 * samples; i++) {
            double value = value(random);
            rank.sample(value);
            last.addLast((float) value);
            if (last.size() > samples) {
                last.removeFirst();
            }

            double asked = value(random);
            assertEquals(naive(last, (float) asked), rank.rank(asked), "sample " + i);
            assertEquals(naive(last, (float) value), rank.rank(value), "sample " + i);
        }
    }

    @Test
    void shouldReachBothEndsAndTheMiddle() {
        RollingRank rank = new RollingRank(32);
        for (int i = 0; i < 32; i++) {
            rank.sample(i);
        }

        assertEquals(-1.0, rank.rank(-1));
        assertEquals(1.0, rank.rank(1e300));
        assertEquals(0.0, rank.rank(15.5));
        assertEquals(-31.0 / 32.0, rank.rank(0));
    }

    @Test
    void shouldCallAConstantTheMiddle() {
        RollingRank rank = new RollingRank(32);
        for (int i = 0; i < 100; i++) {
            rank.sample(i % 2 == 0 ? 0.0 : -0.0);
        }

        assertEquals(0.0, rank.rank(0.0));
        assertEquals(0.0, rank.rank(-0.0));
    }

    @Test
    void shouldHashContentsAndNotThePastThatIsForgotten() {
        RollingRank one = new RollingRank(32);
        RollingRank other = new RollingRank(32);
        for (int i = 0; i < 32; i++) {
            one.sample(i);
            other.sample(-i);
        }
        assertNotEquals(one.stateHash(0), other.stateHash(0));

        for (int i = 0; i < 32; i++) {
            one.sample(i * 3);
            other.sample(i * 3);
        }

        assertEquals(one.stateHash(0), other.stateHash(0));
        other.sample(5);
        assertNotEquals(one.stateHash(0), other.stateHash(0));
    }

    /** Ties are frequent; now and then a value is beyond a float. */
    private static double value(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> random.nextBoolean() ? 1e300 : -1e300;
            case 1, 2 -> -0.0;
            case 3, 4, 5, 6 -> random.nextInt(5);
            default -> random.nextGaussian() * 2;
        };
    }

    private static double naive(ArrayDeque<Float> last, float value) {
        int less = 0;
        int equal = 0;
        for (float sample : last) {
            less += sample < value ? 1 : 0;
            equal += sample == value ? 1 : 0;
        }
        return (2.0 * less + equal) / last.size() - 1.0;
    }
}
