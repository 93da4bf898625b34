package io.v11.training.trainer;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.trainer.SampleWeights.Weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class SampleWeightsTest {
    @Test
    void shouldShareTheWeightOfAMoveAmongItsRows() {
        Dataset data = fourRowsThenOneOfInstrument0AndOneOfInstrument1();
        int[] rows = IntStream.range(0, 6).toArray();

        // Raw weights 1/4 four times, 1 and 1; their mean is 1/2.
        assertArrayEquals(new float[]{0.5f, 0.5f, 0.5f, 0.5f, 2f, 2f},
                new SampleWeights(Weighting.MOVE, false).of(data, rows));
        assertArrayEquals(new float[]{1f, 1f, 1f, 1f, 1f, 1f},
                new SampleWeights(Weighting.UNIFORM, false).of(data, rows));
        assertArrayEquals(new float[]{0.75f, 0.75f, 0.75f, 0.75f, 1.5f, 1.5f},
                new SampleWeights(Weighting.ROOT_MOVE, false).of(data, rows));
    }

    @Test
    void shouldGiveEveryInstrumentTheSameTotal() {
        float[] weights = new SampleWeights(Weighting.UNIFORM, true).of(
                fourRowsThenOneOfInstrument0AndOneOfInstrument1(), IntStream.range(0, 6).toArray());

        assertEquals(3.0f, weights[0] + weights[1] + weights[2] + weights[3] + weights[4], 1e-6f);
        assertEquals(3.0f, weights[5], 1e-6f);
    }

    @Test
    void shouldShowAndHideFeaturesInTheOrderOfThePatterns() {
        List<String> names = List.of("ofi_1s", "ofi_10s", "min_rsi", "day_sin");

        assertArrayEquals(new boolean[]{true, true, true, true}, FeatureSubset.of(names, List.of()));
        assertArrayEquals(new boolean[]{true, true, false, true}, FeatureSubset.of(names, List.of("!min_*")));
        assertArrayEquals(new boolean[]{true, false, false, false},
                FeatureSubset.of(names, List.of("ofi_*", "!ofi_10s")));
    }

    private static Dataset fourRowsThenOneOfInstrument0AndOneOfInstrument1() {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
        builder.beginSource();
        Slots slots = new Slots(1);
        for (int i = 0; i < 4; i++) {
            builder.onEvent(slots.book(0, i, 100, 102, (double) i));
        }
        builder.onEvent(slots.book(0, 4, 101, 103, 4.0));
        builder.onEvent(slots.book(1, 5, 100, 102, 5.0));
        builder.onEvent(slots.book(0, 6, 102, 104, (double[]) null));
        builder.onEvent(slots.book(1, 7, 102, 104, (double[]) null));
        return builder.build();
    }
}
