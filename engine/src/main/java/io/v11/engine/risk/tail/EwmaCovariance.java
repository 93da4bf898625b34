package io.v11.engine.risk.tail;

import io.v11.engine.slot.StateHash;

/**
 * Exponentially weighted covariance of returns with mean zero: S = decay S + (1 - decay) r r', divided by 1 - decay^n, so that it is not too small
 * while it is young (RiskMetrics Technical Document 1996, 5.2). O(instruments^2) for each bar. Confined to one thread; allocates nothing after
 * construction.
 */
final class EwmaCovariance {
    private final double decay;
    private final double[][] sums;
    private double weightLeft = 1.0;

    EwmaCovariance(int instruments, double decay) {
        this.decay = decay;
        sums = new double[instruments][instruments];
    }

    void append(double[] returns) {
        weightLeft *= decay;
        double weight = 1.0 - decay;
        for (int i = 0; i < sums.length; i++) {
            double scaled = weight * returns[i];
            double[] row = sums[i];
            for (int j = 0; j < sums.length; j++) {
                row[j] = decay * row[j] + scaled * returns[j];
            }
        }
    }

    /** Per bar; 0 before the first bar. */
    double covariance(int i, int j) {
        // By the smaller first: the products of (i, j) and (j, i) are rounded differently.
        double sum = i <= j ? sums[i][j] : sums[j][i];
        return weightLeft == 1.0 ? 0.0 : sum / (1.0 - weightLeft);
    }

    /** Standard deviation per bar; 0 before the first bar. */
    double volatility(int instrument) {
        return Math.sqrt(covariance(instrument, instrument));
    }

    long addTo(long hash) {
        long sum = StateHash.add(hash, weightLeft);
        for (double[] row : sums) {
            for (double value : row) {
                sum = StateHash.add(sum, value);
            }
        }
        return sum;
    }
}
