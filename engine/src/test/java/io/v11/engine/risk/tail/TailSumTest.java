package io.v11.engine.risk.tail;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TailSumTest {
    @Test
    void shouldAverageTheWorstFiveOfAHundred() {
        double[] losses = IntStream.rangeClosed(1, 100).mapToDouble(k -> k).toArray();
        TailSum tail = new TailSum(0.95, 100);

        tail.measure(losses, 100);

        assertEquals(98.0, tail.expectedShortfall());
        assertEquals(95.0, tail.valueAtRisk());
    }

    @Test
    void shouldTakePartOfALossWhenTheTailIsNotWhole() {
        double[] losses = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        TailSum tail = new TailSum(0.9, 15);

        tail.measure(losses, 15);

        assertEquals((15.0 + 0.5 * 14.0) / 1.5, tail.expectedShortfall(), 1e-12);
        assertEquals(14.0, tail.valueAtRisk());
    }

    @Test
    void shouldStateTheWorstWhenTheTailIsLessThanOneLoss() {
        TailSum tail = new TailSum(0.99, 500);

        tail.measure(new double[]{3.0, -1.0, 2.0}, 3);

        assertEquals(3.0, tail.expectedShortfall());
        assertEquals(3.0, tail.valueAtRisk());
    }

    @Test
    void shouldAgreeWithTheDefinitionsOnTiesAndAnyOrder() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(499);
            double confidence = new double[]{0.9, 0.95, 0.975, 0.99}[random.nextInt(4)];
            boolean coarse = random.nextBoolean();
            double[] losses = random.doubles(size, -5.0, 5.0).map(x -> coarse ? Math.rint(x) : x).toArray();
            TailSum tail = new TailSum(confidence, 500);

            tail.measure(losses, size);

            assertEquals(NaiveTail.expectedShortfall(losses, confidence), tail.expectedShortfall(), 1e-12,
                    "seed " + seed);
            assertEquals(NaiveTail.valueAtRisk(losses, confidence), tail.valueAtRisk(), "seed " + seed);
        }
    }
}
