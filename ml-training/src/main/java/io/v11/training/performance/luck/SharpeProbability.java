package io.v11.training.performance.luck;

import io.v11.training.performance.sample.Finite;
import io.v11.training.performance.sample.Moments;
import io.v11.training.performance.sample.Normal;

/**
 * Whether a Sharpe is above a benchmark, given the length and shape of its track: probabilistic Sharpe ratio and
 * minimum track record length (Bailey and López de Prado 2012, The Sharpe Ratio Efficient Frontier), and the benchmark
 * that the best of N trials without edge would reach (the same, 2014, The Deflated Sharpe Ratio). All Sharpes are of
 * one period, not annualised; returns are taken as independent, so a series with positive autocorrelation looks surer
 * than it is: read the bootstrap interval beside it.
 */
public final class SharpeProbability {
    private static final double EULER_MASCHERONI = 0.57721566490153286;

    private SharpeProbability() {
    }

    /**
     * PSR = Phi((S - S*) sqrt(n - 1) / sqrt(1 - skew S + (kurtosis - 1) / 4 S^2)). NaN when there is no Sharpe.
     *
     * @param benchmark S*, of one period
     */
    public static double probabilistic(Moments moments, double benchmark) {
        Finite.require("benchmark", benchmark);
        double sharpe = moments.sharpe();
        return Normal.probability(
                (sharpe - benchmark) * StrictMath.sqrt(moments.count() - 1.0) / StrictMath.sqrt(spread(moments)));
    }

    /**
     * Periods after which PSR reaches {@code confidence}: 1 + (1 - skew S + (kurtosis - 1) / 4 S^2) (z / (S - S*))^2.
     * Infinite when S is not above S*, NaN when there is no Sharpe.
     */
    public static double minimumTrack(Moments moments, double benchmark, double confidence) {
        Finite.require("benchmark", benchmark);
        double lead = moments.sharpe() - benchmark;
        if (Double.isNaN(lead)) {
            return Double.NaN;
        }
        if (lead <= 0.0) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = Normal.quantile(confidence) / lead;
        return 1.0 + spread(moments) * ratio * ratio;
    }

    /**
     * Expected greatest Sharpe of independent trials without edge:
     * sqrt(V) ((1 - g) z(1 - 1/N) + g z(1 - 1/(N e))), g = 0.5772...; 0 of a single trial.
     *
     * @param trials   N
     * @param variance V, of the trials' Sharpes over one period
     */
    public static double expectedGreatest(long trials, double variance) {
        if (trials < 1 || !(variance >= 0.0)) {
            throw new IllegalArgumentException(
                    "trials=" + trials + " variance=" + variance + "; give at least 1 and at least 0");
        }
        if (trials == 1) {
            return 0.0;
        }
        double first = -Normal.quantile(1.0 / trials);
        double second = -Normal.quantile(1.0 / (trials * StrictMath.E));
        return StrictMath.sqrt(variance) * ((1.0 - EULER_MASCHERONI) * first + EULER_MASCHERONI * second);
    }

    /** DSR: PSR against {@link #expectedGreatest}. */
    public static double deflated(Moments moments, Trials trials, double periodsPerYear) {
        return probabilistic(moments, expectedGreatest(trials.count(), trials.variance(periodsPerYear)));
    }

    /** Variance of the estimate times (n - 1). Never negative, as kurtosis >= 1 + skew^2; rounding may reach zero. */
    private static double spread(Moments moments) {
        double sharpe = moments.sharpe();
        return 1.0 - moments.skewness() * sharpe + 0.25 * (moments.kurtosis() - 1.0) * sharpe * sharpe;
    }
}
