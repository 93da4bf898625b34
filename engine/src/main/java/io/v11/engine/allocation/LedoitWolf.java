package io.v11.engine.allocation;

/**
 * Sample covariance shrunk towards a matrix of the same variances and one correlation, the mean of all (the constant-correlation target of Ledoit
 * and Wolf, "Honey, I Shrunk the Sample Covariance Matrix", 2004, appendix B):
 *
 * <pre>
 *   S_ij = mean of x_i x_j          x = return - its mean, divided by T
 *   F_ii = S_ii,  F_ij = r sqrt(S_ii S_jj)
 *   pi   = sum over ij of mean of (x_i x_j - S_ij)^2
 *   rho  = sum of the pi_ii + sum over i != j of r/2 (sqrt(S_jj/S_ii) theta_ii,ij + sqrt(S_ii/S_jj) theta_jj,ij)
 *          theta_ii,ij = mean of (x_i^2 - S_ii)(x_i x_j - S_ij)
 *   gamma = sum of (F - S)^2
 *   intensity = max(0, min(1, (pi - rho) / gamma / T)),  result = intensity F + (1 - intensity) S
 * </pre>
 *
 * Positive definite whenever the intensity is above 0 and r above -1 / (K - 1). O(T K^2); allocates.
 *
 * @param matrix    per bar
 * @param intensity weight of the target, 0 to 1
 */
record LedoitWolf(double[][] matrix, double intensity) {
    /** From at least 2 bars. Where an instrument never moved its variance is 0, and there is no shrinkage. */
    static LedoitWolf covariance(ReturnWindow window) {
        double[][] centred = centred(window);
        int k = window.instruments();
        double[][] sample = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                sample[i][j] = meanProduct(centred[i], centred[j]);
                sample[j][i] = sample[i][j];
            }
        }
        for (int i = 0; i < k; i++) {
            if (!(sample[i][i] > 0.0)) {
                return new LedoitWolf(sample, 0.0);
            }
        }
        double correlation = meanCorrelation(sample);
        double intensity = intensity(centred, sample, correlation);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double target = i == j ? sample[i][i] : correlation * Math.sqrt(sample[i][i] * sample[j][j]);
                if (i > j) {
                    sample[i][j] = intensity * target + (1.0 - intensity) * sample[i][j];
                    sample[j][i] = sample[i][j];
                }
            }
        }
        return new LedoitWolf(sample, intensity);
    }

    /** A row for each instrument, mean 0. */
    private static double[][] centred(ReturnWindow window) {
        double[][] centred = new double[window.instruments()][window.size()];
        for (int i = 0; i < centred.length; i++) {
            double sum = 0.0;
            for (int t = 0; t < window.size(); t++) {
                centred[i][t] = window.at(t, i);
                sum += centred[i][t];
            }
            double mean = sum / window.size();
            for (int t = 0; t < window.size(); t++) {
                centred[i][t] -= mean;
            }
        }
        return centred;
    }

    private static double meanProduct(double[] a, double[] b) {
        double sum = 0.0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum / a.length;
    }

    private static double meanCorrelation(double[][] sample) {
        double sum = 0.0;
        int pairs = 0;
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += sample[i][j] / Math.sqrt(sample[i][i] * sample[j][j]);
                pairs++;
            }
        }
        return pairs == 0 ? 0.0 : sum / pairs;
    }

    private static double intensity(double[][] centred, double[][] sample, double correlation) {
        double pi = 0.0;
        double rho = 0.0;
        double gamma = 0.0;
        for (int i = 0; i < sample.length; i++) {
            double own = covarianceOfProducts(centred, sample, i, i);
            pi += own;
            rho += own;
            for (int j = 0; j < sample.length; j++) {
                if (i != j) {
                    double ratio = Math.sqrt(sample[j][j] / sample[i][i]);
                    pi += varianceOfProduct(centred[i], centred[j], sample[i][j]);
                    // The two terms of rho are each other's with i and j exchanged: summed over all ordered pairs, twice one of them.
                    rho += correlation * ratio * covarianceOfProducts(centred, sample, i, j);
                    double miss = correlation * Math.sqrt(sample[i][i] * sample[j][j]) - sample[i][j];
                    gamma += miss * miss;
                }
            }
        }
        // Two instruments have one correlation, which is the target's: nothing to shrink.
        if (!(gamma > 1e-24 * pi)) {
            return 0.0;
        }
        return Math.max(0.0, Math.min(1.0, (pi - rho) / gamma / centred[0].length));
    }

    private static double varianceOfProduct(double[] a, double[] b, double mean) {
        double sum = 0.0;
        for (int t = 0; t < a.length; t++) {
            double deviation = a[t] * b[t] - mean;
            sum += deviation * deviation;
        }
        return sum / a.length;
    }

    /** Mean of (x_i^2 - S_ii)(x_i x_j - S_ij). */
    private static double covarianceOfProducts(double[][] centred, double[][] sample, int i, int j) {
        double sum = 0.0;
        for (int t = 0; t < centred[i].length; t++) {
            sum += (centred[i][t] * centred[i][t] - sample[i][i])
                    * (centred[i][t] * centred[j][t] - sample[i][j]);
        }
        return sum / centred[i].length;
    }
}
