package io.v11.engine.allocation;

import java.util.Arrays;

/**
 * Hierarchical risk parity (Lopez de Prado, "Building Diversified Portfolios that Outperform Out of Sample", 2016):
 *
 * <pre>
 *   1  d_ij = sqrt((1 - correlation_ij) / 2), D_ij = Euclidean distance of the columns i and j of d
 *   2  clusters joined by single linkage on D: order of the leaves
 *   3  the order cut into halves again and again; the left half gets 1 - V_left / (V_left + V_right) of the weight,
 *      V = variance of the half at inverse-variance weights
 * </pre>
 *
 * No inverse of a matrix, so it stands singular covariances. Ties join the clusters that were made first; the older of two comes first in the order.
 */
final class HierarchicalRiskParity implements WeightRule {
    private final SideBudget sides;

    HierarchicalRiskParity(AllocationSettings settings) {
        sides = new SideBudget(settings.limits());
    }

    @Override
    public AllocationOutcome weigh(ReturnWindow window, double[][] covariance, Views views, double[] previous,
            double[] weights) {
        double[][] sided = sides.sided(covariance);
        int[] order = LeafOrder.of(sided);
        double[] shares = new double[weights.length];
        Arrays.fill(shares, 1.0);
        bisect(sided, order, 0, order.length, shares);
        return sides.spend(shares, weights);
    }

    private static void bisect(double[][] covariance, int[] order, int from, int to, double[] shares) {
        if (to - from < 2) {
            return;
        }
        int middle = from + (to - from) / 2;
        double left = variance(covariance, order, from, middle);
        double right = variance(covariance, order, middle, to);
        double leftShare = 1.0 - left / (left + right);
        for (int k = from; k < to; k++) {
            shares[order[k]] *= k < middle ? leftShare : 1.0 - leftShare;
        }
        bisect(covariance, order, from, middle, shares);
        bisect(covariance, order, middle, to, shares);
    }

    private static double variance(double[][] covariance, int[] order, int from, int to) {
        double precision = 0.0;
        for (int k = from; k < to; k++) {
            precision += 1.0 / covariance[order[k]][order[k]];
        }
        double variance = 0.0;
        for (int k = from; k < to; k++) {
            double[] row = covariance[order[k]];
            for (int l = from; l < to; l++) {
                int j = order[l];
                variance += row[j] / (row[order[k]] * covariance[j][j]);
            }
        }
        return variance / (precision * precision);
    }
}
