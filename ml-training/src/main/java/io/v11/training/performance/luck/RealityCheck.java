package io.v11.training.performance.luck;

import java.util.Locale;

/**
 * White's reality check (2000): the chance that the best mean return among the trials is reached when none has an edge.
 * The statistic is max sqrt(n) mean(k); its distribution that of max sqrt(n) (mean*(k) - mean(k)) over stationary
 * bootstrap draws. One wild losing trial widens that distribution and hides an edge: {@link PredictiveAbility} mends
 * this.
 *
 * @param statistic max sqrt(n) mean, in returns
 * @param chance    p-value
 * @param trials    trials tested together
 * @param draws     bootstrap draws
 */
public record RealityCheck(double statistic, double chance, int trials, int draws) {
    /** Draws unless told otherwise. */
    public static final int DRAWS = 1000;

    /** With {@value #DRAWS} draws. */
    public static RealityCheck of(TrialReturns returns, long seed) {
        return of(returns, DRAWS, seed);
    }

    /** Returns net of costs and above the benchmark that must be beaten; at least 10 periods and 100 draws. */
    public static RealityCheck of(TrialReturns returns, int draws, long seed) {
        return of(new ResampledMeans(returns, draws, seed));
    }

    static RealityCheck of(ResampledMeans resampled) {
        double root = StrictMath.sqrt(resampled.periods());
        double[] means = resampled.means();
        double statistic = Double.NEGATIVE_INFINITY;
        for (double mean : means) {
            statistic = Math.max(statistic, root * mean);
        }
        double[] underNull = new double[resampled.draws()];
        for (int draw = 0; draw < underNull.length; draw++) {
            double[] drawn = resampled.drawn(draw);
            double greatest = Double.NEGATIVE_INFINITY;
            for (int trial = 0; trial < means.length; trial++) {
                greatest = Math.max(greatest, root * (drawn[trial] - means[trial]));
            }
            underNull[draw] = greatest;
        }
        return new RealityCheck(statistic, ResampledMeans.chance(statistic, underNull), means.length, underNull.length);
    }

    /** In a line. */
    public String text() {
        return String.format(Locale.ROOT, "reality check over %,d trials: p %.3f", trials, chance);
    }
}
