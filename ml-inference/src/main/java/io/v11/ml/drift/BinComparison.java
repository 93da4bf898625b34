package io.v11.ml.drift;

/**
 * Compares the counts of a window with the training counts, bin by bin. Logarithms of all counts that can occur are
 * tabulated, so that the end of a window costs no logarithm. Allocates nothing after construction.
 *
 * <p>PSI = sum over bins of (p - q) ln(p / q), p = (c + 1/2) / (n + B/2) the share in the window, q likewise in training:
 * the half keeps an empty bin from making it infinite (the estimate of Krichevsky and Trofimov 1981). It is Jeffreys'
 * divergence; for independent samples PSI / (1/n + 1/m) is nearly chi-square with B - 1 degrees of freedom (Yurdakul,
 * Statistical Properties of Population Stability Index, Western Michigan University 2018).
 *
 * <p>D = max over inner edges of |P - Q|, P and Q the plain cumulative shares: the statistic of Kolmogorov and Smirnov,
 * looked at on the edges only, hence never larger than on all values.
 */
final class BinComparison {
    /** ln(k / 2) at k. */
    private final double[] logHalves;

    /** @param window most samples in a window */
    BinComparison(int window) {
        logHalves = new double[2 * window + FeatureBins.MAXIMUM + 1];
        for (int k = 1; k < logHalves.length; k++) {
            logHalves[k] = StrictMath.log(0.5 * k);
        }
    }

    /** Share of a bin as PSI sees it. */
    static double smoothShare(long count, long total, int bins) {
        return (count + 0.5) / (total + 0.5 * bins);
    }

    /**
     * @param counts   of the window, {@code bins} from {@code from} on
     * @param valid    their sum
     * @param expected smooth shares of training, and
     * @param logs     their logarithms, both at the same positions as the counts
     */
    double psi(int[] counts, int from, int bins, int valid, double[] expected, double[] logs) {
        double total = valid + 0.5 * bins;
        double logTotal = logHalves[2 * valid + bins];
        double psi = 0.0;
        for (int i = from; i < from + bins; i++) {
            double share = (counts[i] + 0.5) / total;
            psi += (share - expected[i]) * (logHalves[2 * counts[i] + 1] - logTotal - logs[i]);
        }
        return psi;
    }

    /** @param cumulative plain cumulative shares of training, at the same positions as the counts */
    double kolmogorovSmirnov(int[] counts, int from, int bins, int valid, double[] cumulative) {
        double largest = 0.0;
        int seen = 0;
        for (int i = from; i < from + bins - 1; i++) {
            seen += counts[i];
            largest = Math.max(largest, Math.abs(seen / (double) valid - cumulative[i]));
        }
        return largest;
    }
}
