package io.v11.ml.drift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeatureBinsTest {
    @Test
    void shouldCutDistinctValuesAtTheirDeciles() {
        double[] values = DoubleStream.iterate(1.0, value -> value + 1.0).limit(1_000).toArray();

        FeatureBins bins = FeatureBins.of(values);

        assertArrayEquals(new double[]{100, 200, 300, 400, 500, 600, 700, 800, 900}, bins.edges());
        assertEquals(0, bins.indexOf(100.0));
        assertEquals(1, bins.indexOf(Math.nextUp(100.0)));
        assertEquals(9, bins.indexOf(1e300));
        assertEquals(0, bins.indexOf(-1e300));
    }

    @Test
    void shouldGiveAConstantOneBin() {
        double[] values = new double[500];
        Arrays.fill(values, -3.5);
        assertEquals(1, FeatureBins.of(values).count());
        assertEquals(1, FeatureBins.of(new double[0]).count());
    }

    @Test
    void shouldGiveEveryFrequentValueOfADiscreteFeatureABin() {
        double[] values = repeat(new double[]{0, 1, 2, 3}, new int[]{500, 300, 150, 50});

        assertArrayEquals(new double[]{0, 1, 2}, FeatureBins.of(values).edges());
    }

    @Test
    void shouldLayRareValuesToTheirNeighbours() {
        double[] values = repeat(new double[]{-1, 0, 1, 2, 3}, new int[]{10, 900, 30, 30, 30});

        FeatureBins bins = FeatureBins.of(values);

        assertArrayEquals(new double[]{0}, bins.edges(), "1 % below 0 is too little for a bin, 9 % above is not");
    }

    @Test
    void shouldKeepBothSidesOfAFrequentMiddle() {
        double[] values = repeat(new double[]{-2, -1, 0, 1, 2}, new int[]{40, 40, 800, 60, 60});

        assertArrayEquals(new double[]{-1, 0, 1}, FeatureBins.of(values).edges());
    }

    @Test
    void shouldNeverPartEqualValuesNorMakeASmallBin() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 500; round++) {
            int distinct = 1 + random.nextInt(60);
            double[] values = random.doubles(200 + random.nextInt(800))
                    .map(value -> Math.floor(distinct * value * value) / 7.0).sorted().toArray();

            FeatureBins bins = FeatureBins.of(values);

            int[] counts = new int[bins.count()];
            for (double value : values) {
                counts[bins.indexOf(value)]++;
            }
            assertTrue(bins.count() <= FeatureBins.MAXIMUM);
            if (bins.count() > 1) {
                int least = Arrays.stream(counts).min().orElseThrow();
                assertTrue(least >= FeatureBins.MINIMUM_SHARE * values.length, Arrays.toString(counts));
            } else {
                double usual = values[values.length / 2];
                long same = Arrays.stream(values).filter(value -> value == usual).count();
                assertTrue(same >= 0.9 * values.length, "one bin only when nearly all are equal: " + same);
            }
        }
    }

    @Test
    void shouldRefuseEdgesThatDoNotAscend() {
        for (double[] edges : new double[][]{{1, 1}, {2, 1}, {Double.NaN}, {Double.POSITIVE_INFINITY},
            new double[10]}) {
            assertThrows(ModelException.class, () -> FeatureBins.ofEdges(edges, "here"));
        }
    }

    private static double[] repeat(double[] values, int[] times) {
        DoubleStream all = DoubleStream.empty();
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            all = DoubleStream.concat(all, DoubleStream.generate(() -> value).limit(times[i]));
        }
        return all.toArray();
    }
}
