package io.v11.training.performance.luck;

import java.util.Locale;

/**
 * Hansen's test for superior predictive ability (2005), consistent p-value: the reality check with each trial measured
 * in its own deviation and with trials that are clearly bad left out of the null. With w(k)^2 the variance of sqrt(n)
 * mean(k):
 *
 * <pre>
 *   T  = max(0, max sqrt(n) mean(k) / w(k))
 *   T* = max(0, max sqrt(n) (mean*(k) - g(k)) / w(k))
 *   g(k) = mean(k) if sqrt(n) mean(k) / w(k) >= -sqrt(2 ln ln n), else 0
 * </pre>
 *
 * w(k) is taken from the same bootstrap draws, which is what the kernel formula of the paper converges to. Trials
 * without variance, which did nothing, are left out.
 *
 * @param statistic T
 * @param chance    p-value
 * @param trials    trials tested together
 * @param draws     bootstrap draws
 */
public record PredictiveAbility(double statistic, double chance, int trials, int draws) {
    /** With the draws of the reality check. */
    public static PredictiveAbility of(TrialReturns returns, long seed) {
        return of(returns, RealityCheck.DRAWS, seed);
    }

    /** Returns net of costs and above the benchmark that must be beaten; at least 10 periods and 100 draws. */
    public static PredictiveAbility of(TrialReturns returns, int draws, long seed) {
        return of(new ResampledMeans(returns, draws, seed));
    }

    static PredictiveAbility of(ResampledMeans resampled) {
        double[] means = resampled.means();
        double root = StrictMath.sqrt(resampled.periods());
        double bad = -StrictMath.sqrt(2.0 * StrictMath.log(StrictMath.log(resampled.periods())));
        double[] scale = new double[means.length];
        double[] centre = new double[means.length];
        double statistic = 0.0;
        for (int trial = 0; trial < means.length; trial++) {
            double deviation = deviation(resampled, trial);
            scale[trial] = deviation > 1e-12 * Math.abs(means[trial]) * root ? root / deviation : 0.0;
            double measured = scale[trial] * means[trial];
            centre[trial] = measured >= bad ? means[trial] : 0.0;
            statistic = Math.max(statistic, measured);
        }
        double[] underNull = new double[resampled.draws()];
        for (int draw = 0; draw < underNull.length; draw++) {
            double[] drawn = resampled.drawn(draw);
            for (int trial = 0; trial < means.length; trial++) {
                underNull[draw] = Math.max(underNull[draw], scale[trial] * (drawn[trial] - centre[trial]));
            }
        }
        return new PredictiveAbility(statistic, ResampledMeans.chance(statistic, underNull), means.length,
                underNull.length);
    }

    /** In a line. */
    public String text() {
        return String.format(Locale.ROOT, "superior predictive ability over %,d trials: p %.3f", trials, chance);
    }

    private static double deviation(ResampledMeans resampled, int trial) {
        double squares = 0.0;
        for (int draw = 0; draw < resampled.draws(); draw++) {
            double difference = resampled.drawn(draw)[trial] - resampled.means()[trial];
            squares += difference * difference;
        }
        return StrictMath.sqrt(resampled.periods() * squares / resampled.draws());
    }
}
