package io.v11.training.performance.luck;

import java.util.Arrays;

import io.v11.training.performance.sample.BlockLength;
import io.v11.training.performance.sample.StationaryBootstrap;

/**
 * Mean return of every trial and the same in resampled histories, all trials in the same draw so that what they share
 * stays shared. Runs as long as the automatic rule wants for the mean, averaged over the trials. Time draws x periods x
 * trials.
 */
final class ResampledMeans {
    private final int periods;
    private final double[] means;
    private final double[][] drawn;

    ResampledMeans(TrialReturns returns, int draws, long seed) {
        if (draws < 100) {
            throw new IllegalArgumentException("draws=" + draws + "; a chance of 0.05 needs at least 100");
        }
        if (returns.periods() < StationaryBootstrap.PERIODS_MIN) {
            throw new IllegalArgumentException(returns.periods() + " periods are too few to resample; give at least "
                    + StationaryBootstrap.PERIODS_MIN);
        }
        periods = returns.periods();
        double[] once = new double[periods];
        Arrays.fill(once, 1.0);
        means = weighted(returns, once);
        StationaryBootstrap bootstrap = new StationaryBootstrap(periods, blockLength(returns), seed);
        drawn = new double[draws][];
        double[] times = new double[periods];
        for (int draw = 0; draw < draws; draw++) {
            bootstrap.draw(times);
            drawn[draw] = weighted(returns, times);
        }
    }

    int draws() {
        return drawn.length;
    }

    int periods() {
        return periods;
    }

    /** Real mean of each trial. */
    double[] means() {
        return means;
    }

    /** Mean of each trial in a draw. */
    double[] drawn(int draw) {
        return drawn[draw];
    }

    /**
     * Chance of at least {@code statistic} among what the draws gave, itself counted among them (Davison and Hinkley
     * 1997, section 4.2), so that no chance is 0.
     */
    static double chance(double statistic, double[] underNull) {
        int reached = 1;
        for (double each : underNull) {
            reached += each >= statistic ? 1 : 0;
        }
        return reached / (underNull.length + 1.0);
    }

    private static double blockLength(TrialReturns returns) {
        double sum = 0.0;
        for (int trial = 0; trial < returns.trials(); trial++) {
            sum += BlockLength.ofMean(returns.ofTrial(trial));
        }
        return sum / returns.trials();
    }

    private static double[] weighted(TrialReturns returns, double[] times) {
        double[] sums = new double[returns.trials()];
        for (int period = 0; period < times.length; period++) {
            double weight = times[period];
            if (weight > 0.0) {
                double[] values = returns.inPeriod(period);
                for (int trial = 0; trial < sums.length; trial++) {
                    sums[trial] += weight * values[trial];
                }
            }
        }
        for (int trial = 0; trial < sums.length; trial++) {
            sums[trial] /= times.length;
        }
        return sums;
    }
}
