package io.v11.training.selection.information;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.selection.PlantedMarket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class BinnedRowsTest {
    @Test
    void shouldGiveEveryQuantileAsManyRows() {
        Dataset data = PlantedMarket.of(1, 1600, 8, 1.0, 1);

        BinnedRows binned = BinnedRows.of(data, PlantedMarket.labelled(data), 8);

        int[] counts = counts(binned, PlantedMarket.RELEVANT);
        assertEquals(0, counts[0]);
        for (int bin = 1; bin <= 8; bin++) {
            assertEquals(200, counts[bin], 1, "bin " + bin);
        }
    }

    @Test
    void shouldKeepInvalidValuesInABinOfTheirOwn() {
        Dataset data = PlantedMarket.of(1, 1600, 8, 1.0, 1);

        BinnedRows binned = BinnedRows.of(data, PlantedMarket.labelled(data), 4);

        assertEquals(1600, counts(binned, PlantedMarket.NEVER_VALID)[0]);
        assertArrayEquals(new int[]{800, 200, 200, 200, 200}, counts(binned, 6));
        assertArrayEquals(new int[]{0, 1600, 0, 0, 0}, counts(binned, PlantedMarket.CONSTANT));
    }

    @Test
    void shouldNeverPartEqualValues() {
        double[] values = {1, 1, 1, 1, 1, 1, 2, 2, 3, Double.NaN, -0.0, 0.0};

        double[] edges = BinnedRows.edges(values, 4);

        assertArrayEquals(new double[]{1.0, 2.0, 3.0}, edges);
        assertEquals(BinnedRows.code(-0.0, edges), BinnedRows.code(0.0, edges));
        assertEquals(0, BinnedRows.code(Double.NaN, edges));
        assertEquals(1, BinnedRows.code(0.5, edges));
        assertEquals(2, BinnedRows.code(1.0, edges));
        assertEquals(2, BinnedRows.code(1.5, edges));
        assertEquals(4, BinnedRows.code(99.0, edges));
    }

    @Test
    void shouldTellRareValuesFromTheCommonOne() {
        double[] flag = new double[100];
        flag[7] = 1.0;
        flag[8] = -1.0;

        assertArrayEquals(new double[]{0.0, 1.0}, BinnedRows.edges(flag, 8));
        assertArrayEquals(new double[0], BinnedRows.edges(new double[]{Double.NaN, 5.0, 5.0}, 8));
        assertArrayEquals(new double[0], BinnedRows.edges(new double[0], 8));
    }

    @Test
    void shouldTakeTheQuantilesOfEachInstrument() {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
        builder.beginSource();
        Slots slots = new Slots(1);
        for (int i = 0; i < 200; i++) {
            builder.onEvent(slots.book(i % 2, i, 1000 + i, 1002 + i, i % 2 == 0 ? i : 1e6 + i));
        }
        Dataset data = builder.build();

        BinnedRows binned = BinnedRows.of(data, PlantedMarket.labelled(data), 2);

        byte[] codes = binned.codes(0);
        assertEquals(1, codes[0]);
        assertEquals(1, codes[1], "small for its instrument");
        assertEquals(2, codes[196]);
        assertEquals(2, codes[197]);
    }

    @Test
    void shouldRefuseBinsThatDoNotFit() {
        Dataset data = PlantedMarket.of(1, 300, 8, 1.0, 1);

        assertThrows(IllegalArgumentException.class, () -> BinnedRows.of(data, new int[]{1}, 33));
        assertThrows(IllegalArgumentException.class, () -> BinnedRows.of(data, new int[]{1}, 1));
    }

    private static int[] counts(BinnedRows binned, int feature) {
        int[] counts = new int[binned.cells()];
        for (byte code : binned.codes(feature)) {
            counts[code]++;
        }
        return counts;
    }
}
