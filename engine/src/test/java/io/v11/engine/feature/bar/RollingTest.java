package io.v11.engine.feature.bar;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.StateHash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** The rolling extreme and sum against the naive computation over every window. */
class RollingTest {
    private static final int VALUES = 3_000;

    @Test
    void shouldKnowTheExtremeAndTheLatestOfEquals() {
        for (int length : new int[]{1, 2, 3, 8, 9, 16, 17, 52}) {
            RollingExtreme highest = RollingExtreme.highest(length);
            RollingExtreme lowest = RollingExtreme.lowest(length);
            double[] values = new Random(length).ints(VALUES, 0, 12).asDoubleStream().toArray();
            for (int i = 0; i < VALUES; i++) {
                highest.add(values[i]);
                lowest.add(values[i]);
                int from = Math.max(0, i + 1 - length);
                String where = "length=" + length + " value=" + i;
                assertEquals(i + 1 >= length, highest.ready(), where);
                assertExtreme(highest, Arrays.stream(values, from, i + 1).max().orElseThrow(), values, i, where);
                assertExtreme(lowest, Arrays.stream(values, from, i + 1).min().orElseThrow(), values, i, where);
            }
        }
    }

    private static void assertExtreme(RollingExtreme extreme, double expected, double[] values, int i, String where) {
        int age = 0;
        while (values[i - age] != expected) {
            age++;
        }
        assertEquals(expected, extreme.value(), where);
        assertEquals(age, extreme.age(), where);
    }

    @Test
    void shouldSumTheWindowWhateverLeftIt() {
        for (int length : new int[]{1, 3, 4, 14, 21}) {
            RollingSum sum = new RollingSum(length);
            double[] values = new Random(length).doubles(VALUES, -1, 1).toArray();
            values[100] = 1e18;
            for (int i = 0; i < VALUES; i++) {
                sum.add(values[i]);
                assertEquals(i + 1 >= length, sum.ready(), "value=" + i);
                double expected = Arrays.stream(values, Math.max(0, i + 1 - length), i + 1).sum();
                assertEquals(expected, sum.sum(), 1e-12 * Math.max(1, Math.abs(expected)), "value=" + i);
            }
        }
    }

    @Test
    void shouldBeAsNewAfterReset() {
        RollingExtreme extreme = RollingExtreme.highest(5);
        RollingSum sum = new RollingSum(5);
        long fresh = sum.stateHash(extreme.stateHash(StateHash.start()));
        for (int i = 0; i < 7; i++) {
            extreme.add(i);
            sum.add(i);
        }
        assertNotEquals(fresh, sum.stateHash(extreme.stateHash(StateHash.start())));

        extreme.reset();
        sum.reset();

        assertEquals(fresh, sum.stateHash(extreme.stateHash(StateHash.start())));
    }
}
