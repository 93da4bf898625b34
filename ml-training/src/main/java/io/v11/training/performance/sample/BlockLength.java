package io.v11.training.performance.sample;

/**
 * How long the runs of a stationary bootstrap must be so that they carry the dependence of a series: the automatic rule
 * of Politis and White (2004) as corrected by Patton, Politis and White (2009), which minimises the error of the
 * variance of a mean:
 *
 * <pre>
 *   b = (2 G^2 / D)^(1/3) n^(1/3),  G = sum lambda(k/M) |k| R(k),  D = 2 (sum lambda(k/M) R(k))^2,  |k| <= M = 2 m
 *   lambda(t) = 1 up to |t| = 1/2, then 2 (1 - |t|);  R autocovariances
 *   m: first lag after which max(5, log10 n) autocorrelations are within 2 sqrt(log10 n / n)
 * </pre>
 *
 * At least 1 (independent) and at most min(3 sqrt n, n / 3).
 */
public final class BlockLength {
    private BlockLength() {
    }

    /** For the mean of a series, in periods; 1 of a series without variance or of fewer than 10 values. */
    public static double ofMean(double[] series) {
        int n = series.length;
        Moments moments = Moments.of(series);
        if (n < 10 || !(moments.deviation() > 0.0)) {
            return 1.0;
        }
        int quietLags = Math.max(5, (int) StrictMath.log10(n));
        int lagMost = Math.min(n - 1, (int) Math.ceil(StrictMath.sqrt(n)) + quietLags);
        double[] covariances = covariances(series, moments.mean(), lagMost);
        int bandwidth = Math.min(2 * lastLoudLag(covariances, quietLags, n), lagMost);
        double weighted = 0.0;
        double spectrum = covariances[0];
        for (int lag = 1; lag <= bandwidth; lag++) {
            double share = lag / (double) bandwidth;
            double weight = share <= 0.5 ? 1.0 : 2.0 * (1.0 - share);
            weighted += 2.0 * weight * lag * covariances[lag];
            spectrum += 2.0 * weight * covariances[lag];
        }
        double longest = Math.max(1.0, Math.min(3.0 * StrictMath.sqrt(n), n / 3.0));
        double length = StrictMath.cbrt(weighted * weighted / (spectrum * spectrum) * n);
        // A spectrum of zero at frequency zero says nothing about the length: the longest is the safe one.
        return Double.isNaN(length) ? longest : Math.max(1.0, Math.min(longest, length));
    }

    /**
     * For the Sharpe of a series: the rule on its influence values z - S z^2 / 2, z = (r - mean) / deviation, whose
     * mean has the long-run variance of the Sharpe (delta method; Lo 2002). So clusters of volatility count too.
     */
    public static double ofSharpe(double[] returns) {
        Moments moments = Moments.of(returns);
        if (!(moments.deviation() > 0.0)) {
            return 1.0;
        }
        double[] influence = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            double z = (returns[i] - moments.mean()) / moments.deviation();
            influence[i] = z - 0.5 * moments.sharpe() * z * z;
        }
        return ofMean(influence);
    }

    private static double[] covariances(double[] series, double mean, int lagMost) {
        double[] covariances = new double[lagMost + 1];
        for (int lag = 0; lag <= lagMost; lag++) {
            double sum = 0.0;
            for (int i = lag; i < series.length; i++) {
                sum += (series[i] - mean) * (series[i - lag] - mean);
            }
            covariances[lag] = sum / series.length;
        }
        return covariances;
    }

    /**
     * The least m after which {@code quietLags} autocorrelations in a row are noise; the last lag that is not when none
     * is.
     */
    private static int lastLoudLag(double[] covariances, int quietLags, int n) {
        double noise = 2.0 * StrictMath.sqrt(StrictMath.log10(n) / n) * covariances[0];
        int last = 0;
        for (int lag = 1; lag < covariances.length; lag++) {
            if (Math.abs(covariances[lag]) > noise) {
                last = lag;
            } else if (lag - last >= quietLags) {
                return Math.max(1, last);
            }
        }
        return Math.max(1, last);
    }
}
