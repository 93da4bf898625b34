package io.v11.engine.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.engine.allocation.programme.WeightLimits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Against a version that clusters by the edges of the minimum spanning tree (which is what single linkage amounts to) and splits lists. */
class HierarchicalRiskParityTest {
    private static final Views NONE = new Views(30, 0);

    @Test
    void shouldWeighAsTheStepsOfThePaperDo() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(20);
            ReturnWindow window = Returns.random(random, n, 60 + random.nextInt(300));
            double[] w = new double[n];

            AllocationOutcome outcome = AllocationMethod.HIERARCHICAL_RISK_PARITY.allocator(AllocationSettings.of(
                    WeightLimits.longOnly(n, 1.0))).allocate(window, NONE, w, w);

            assertEquals(AllocationOutcome.ALLOCATED, outcome, "seed " + seed);
            double[][] s = LedoitWolf.covariance(window).matrix();
            double[] expected = new double[n];
            split(s, leaves(s), 1.0, expected);
            assertArrayEquals(expected, w, 1e-12, "seed " + seed);
        }
    }

    @Test
    void shouldLayTwoPairsOutSideBySide() {
        double[][] s = {{1.0, 0.1, 0.9, 0.1}, {0.1, 1.0, 0.1, 0.8}, {0.9, 0.1, 1.0, 0.1}, {0.1, 0.8, 0.1, 1.0}};

        assertArrayEquals(new int[]{0, 2, 1, 3}, LeafOrder.of(s));
        assertEquals(List.of(0, 2, 1, 3), leaves(s));
    }

    private static List<Integer> leaves(double[][] s) {
        int n = s.length;
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                d[i][j] = i == j ? 0.0 : Math.sqrt((1.0 - s[i][j] / Math.sqrt(s[i][i] * s[j][j])) / 2.0);
            }
        }
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                edges.add(new int[]{i, j});
            }
        }
        edges.sort(Comparator.comparingDouble(edge -> IntStream.range(0, n).mapToDouble(k -> Math.pow(d[k][edge[0]]
                - d[k][edge[1]], 2)).sum()));
        List<List<Integer>> homes = new ArrayList<>();
        int[] made = new int[n];
        for (int i = 0; i < n; i++) {
            homes.add(new ArrayList<>(List.of(i)));
            made[i] = i;
        }
        int next = n;
        for (int[] edge : edges) {
            List<Integer> a = homes.get(edge[0]);
            List<Integer> b = homes.get(edge[1]);
            if (a != b) {
                boolean older = made[edge[0]] < made[edge[1]];
                List<Integer> joined = new ArrayList<>(older ? a : b);
                joined.addAll(older ? b : a);
                for (int leaf : joined) {
                    homes.set(leaf, joined);
                    made[leaf] = next;
                }
                next++;
            }
        }
        return homes.get(0);
    }

    private static void split(double[][] s, List<Integer> leaves, double share, double[] weights) {
        if (leaves.size() == 1) {
            weights[leaves.get(0)] = share;
            return;
        }
        List<Integer> left = leaves.subList(0, leaves.size() / 2);
        List<Integer> right = leaves.subList(leaves.size() / 2, leaves.size());
        double leftVariance = variance(s, left);
        double rightVariance = variance(s, right);
        split(s, left, share * rightVariance / (leftVariance + rightVariance), weights);
        split(s, right, share * leftVariance / (leftVariance + rightVariance), weights);
    }

    private static double variance(double[][] s, List<Integer> leaves) {
        double[] w = new double[s.length];
        leaves.forEach(i -> w[i] = 1.0 / s[i][i]);
        double sum = Arrays.stream(w).sum();
        for (int i = 0; i < w.length; i++) {
            w[i] /= sum;
        }
        return Returns.dot(Returns.dot(s, w), w);
    }
}
