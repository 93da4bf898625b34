package io.v11.training.selection.cluster;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.selection.PlantedMarket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClustersTest {
    @Test
    void shouldGiveSpearmansCoefficientOfATableMadeByHand() {
        // Ranks 1 2 3 4 5 against 2 1 4 3 5: d2 = 1+1+1+1+0 = 4, rho = 1 - 6*4/(5*24) = 0.8.
        double[] a = RankCorrelation.standardised(new double[]{10, 20, 30, 40, 50}, new int[]{0, 1, 2, 3, 4});
        double[] b = RankCorrelation.standardised(new double[]{2, 1, 1e9, 3, 1e10}, new int[]{0, 1, 2, 3, 4});

        assertEquals(0.8, dot(a, b), 1e-12);
    }

    @Test
    void shouldShareTheMeanRankAmongEqualValues() {
        // Ranks 1.5 1.5 3 against 1 2 3: cov = 1.5, variances 1.5 and 2, rho = 1.5 / sqrt(3).
        double[] a = RankCorrelation.standardised(new double[]{-0.0, 0.0, 9}, new int[]{0, 1, 2});
        double[] b = RankCorrelation.standardised(new double[]{1, 2, 3}, new int[]{0, 1, 2});

        assertEquals(1.5 / Math.sqrt(3.0), dot(a, b), 1e-12);
    }

    @Test
    void shouldFindTheDoubleAndNothingElse() {
        Dataset data = PlantedMarket.of(3, 3000, 10, 1.0, 1);
        RankCorrelation correlation = RankCorrelation.of(data, PlantedMarket.labelled(data));

        Clusters clusters = Clusters.of(correlation, 0.7);

        assertTrue(correlation.of(PlantedMarket.RELEVANT, PlantedMarket.DOUBLE) > 0.95);
        assertEquals(0.0, correlation.of(PlantedMarket.RELEVANT, PlantedMarket.CONSTANT));
        assertEquals(9, clusters.count());
        assertArrayEquals(new int[]{0, 1}, clusters.members().get(0));
        assertEquals(clusters.clusterOf()[0], clusters.clusterOf()[1]);
    }

    @Test
    void shouldMergeByTheMeanOverPairs() {
        // 0 and 1 are alike; 2 is like 1 (-0.8) and less like 0 (0.5): 0.65 on average. 3 is like nothing.
        RankCorrelation correlation = new RankCorrelation(
                new double[][]{{1, 0.9, 0.5, 0}, {0.9, 1, -0.8, 0.1}, {0.5, -0.8, 1, 0}, {0, 0.1, 0, 1}});

        assertEquals(3, Clusters.of(correlation, 0.66).count());
        assertEquals(2, Clusters.of(correlation, 0.65).count());
        assertArrayEquals(new int[]{0, 1, 2}, Clusters.of(correlation, 0.65).members().get(0));
        assertEquals(4, Clusters.of(correlation, 0.95).count());
    }

    @Test
    void shouldNameTheMemberThatIsWorthMost() {
        Dataset data = PlantedMarket.of(3, 3000, 10, 1.0, 1);
        Clusters clusters = Clusters.of(RankCorrelation.of(data, PlantedMarket.labelled(data)), 0.7);

        assertEquals(1, clusters.representative(0, new double[]{0.1, 0.2, 9, 9, 9, 9, 9, 9, 9, 9}));
        assertEquals(0, clusters.representative(0, new double[]{0.2, 0.2, 9, 9, 9, 9, 9, 9, 9, 9}));
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
