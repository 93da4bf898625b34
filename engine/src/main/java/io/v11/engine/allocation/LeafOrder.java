package io.v11.engine.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The order in which single-linkage clustering of correlations lays instruments out, those alike beside one another. O(K^3), for tens of them. */
final class LeafOrder {
    private LeafOrder() {
    }

    static int[] of(double[][] covariance) {
        double[][] distances = columnDistances(correlationDistances(covariance));
        List<int[]> clusters = new ArrayList<>();
        for (int i = 0; i < covariance.length; i++) {
            clusters.add(new int[]{i});
        }
        // The joined go to the end, so the list stays in the order in which clusters were made.
        while (clusters.size() > 1) {
            int first = 0;
            int second = 1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = a + 1; b < clusters.size(); b++) {
                    double distance = linkage(distances, clusters.get(a), clusters.get(b));
                    if (distance < nearest) {
                        nearest = distance;
                        first = a;
                        second = b;
                    }
                }
            }
            int[] right = clusters.remove(second);
            int[] left = clusters.remove(first);
            clusters.add(IntStream.concat(IntStream.of(left), IntStream.of(right)).toArray());
        }
        return clusters.get(0);
    }

    private static double[][] correlationDistances(double[][] covariance) {
        double[][] distances = new double[covariance.length][covariance.length];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                double correlation = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
                // On the diagonal, and of twins, rounding may leave a little more than 1.
                distances[i][j] = Math.sqrt(Math.max(0.0, 0.5 * (1.0 - correlation)));
            }
        }
        return distances;
    }

    private static double[][] columnDistances(double[][] d) {
        double[][] distances = new double[d.length][d.length];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                double sum = 0.0;
                for (int k = 0; k < d.length; k++) {
                    double difference = d[k][i] - d[k][j];
                    sum += difference * difference;
                }
                distances[i][j] = Math.sqrt(sum);
            }
        }
        return distances;
    }

    private static double linkage(double[][] distances, int[] a, int[] b) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i : a) {
            for (int j : b) {
                nearest = Math.min(nearest, distances[i][j]);
            }
        }
        return nearest;
    }
}
