package io.v11.training.data.weight;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class UniquenessTest {
    /** López de Prado, Advances in Financial Machine Learning, 4.5.3: labels over the returns 1-3, 3-4 and 5-6. */
    @Test
    void shouldGiveTheFiguresOfTheBooksExample() {
        assertArrayEquals(new double[]{5.0 / 6.0, 3.0 / 4.0, 1.0},
                Uniqueness.of(new long[]{0, 2, 4}, new long[]{3, 4, 6}), 1e-15);
    }

    @Test
    void shouldShareASpanEquallyAmongCopies() {
        assertArrayEquals(new double[]{0.25, 0.25, 0.25, 0.25},
                Uniqueness.of(new long[]{5, 5, 5, 5}, new long[]{9, 9, 9, 9}), 1e-15);
    }

    @Test
    void shouldAgreeWithACountAtEveryMoment() {
        Random random = new Random(2);
        int moments = 2000;
        long[] from = random.longs(300, 0, moments - 60).sorted().toArray();
        long[] to = new long[from.length];
        double[] spans = new double[moments];
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i] + random.nextInt(60);
            for (long t = from[i]; t < Math.max(to[i], from[i] + 1); t++) {
                spans[(int) t]++;
            }
        }

        double[] unique = Uniqueness.of(from, to);

        for (int i = 0; i < from.length; i++) {
            double sum = 0.0;
            long end = Math.max(to[i], from[i] + 1);
            for (long t = from[i]; t < end; t++) {
                sum += 1.0 / spans[(int) t];
            }
            assertEquals(sum / (end - from[i]), unique[i], 1e-9, "span " + i + " seed 2");
        }
    }

    @Test
    void shouldKeepInstrumentsApartAndTheOrderOfTheRows() {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
        Slots slots = new Slots(1);
        builder.beginSource();
        builder.onEvent(slots.book(0, 0, 100, 102, 1.0));
        builder.onEvent(slots.book(1, 1, 500, 502, 1.0));
        builder.onEvent(slots.book(0, 10, 100, 102, 1.0));
        builder.onEvent(slots.book(0, 20, 101, 103, (double[]) null));
        builder.onEvent(slots.book(1, 21, 501, 503, (double[]) null));
        Dataset data = builder.build();

        assertArrayEquals(new double[]{0.75, 1.0, 0.5}, Uniqueness.of(data, new int[]{0, 1, 2}), 1e-15);
        assertArrayEquals(new double[]{0.5, 0.75}, Uniqueness.of(data, new int[]{2, 0}), 1e-15);
        assertArrayEquals(new double[]{1.0}, Uniqueness.of(data, new int[]{2}), 1e-15);
    }
}
