package io.v11.training.performance.luck;

import java.util.Arrays;

import io.v11.training.performance.sample.Finite;
import io.v11.training.performance.sample.Moments;

/**
 * The returns of all trials over the same periods, which tests of the whole search need: net of costs, a trial that did
 * not trade has zeros. Kept period by period. Memory 8 bytes a return: 1,000 trials of 730 days are 6 MB; take days,
 * not minutes.
 */
public final class TrialReturns {
    private final double[][] byPeriod;
    private final int trials;

    private TrialReturns(double[][] byPeriod, int trials) {
        this.byPeriod = byPeriod;
        this.trials = trials;
    }

    /** @param byTrial for each trial its returns in order of time, all of the same length of at least 2 */
    public static TrialReturns of(double[][] byTrial) {
        if (byTrial.length == 0) {
            throw new IllegalArgumentException("no trials; give the returns of every trial that was run");
        }
        int periods = byTrial[0].length;
        double[][] byPeriod = new double[periods][byTrial.length];
        for (int trial = 0; trial < byTrial.length; trial++) {
            Finite.require("returns of trial " + trial, byTrial[trial], 2);
            if (byTrial[trial].length != periods) {
                throw new IllegalArgumentException("trial " + trial + " has " + byTrial[trial].length
                        + " returns and trial 0 has " + periods + "; resample all to the same periods");
            }
            for (int period = 0; period < periods; period++) {
                byPeriod[period][trial] = byTrial[trial][period];
            }
        }
        return new TrialReturns(byPeriod, byTrial.length);
    }

    /**
     * The same above a benchmark, for tests against it instead of against cash: its returns taken off every trial's.
     */
    public TrialReturns above(double[] benchmark) {
        Finite.require("benchmark", benchmark, 2);
        if (benchmark.length != byPeriod.length) {
            throw new IllegalArgumentException("the benchmark has " + benchmark.length + " returns, the trials have "
                    + byPeriod.length + "; resample both to the same periods");
        }
        double[][] above = new double[byPeriod.length][trials];
        for (int period = 0; period < above.length; period++) {
            for (int trial = 0; trial < trials; trial++) {
                above[period][trial] = byPeriod[period][trial] - benchmark[period];
            }
        }
        return new TrialReturns(above, trials);
    }

    /** Number of trials. */
    public int trials() {
        return trials;
    }

    /** Number of periods. */
    public int periods() {
        return byPeriod.length;
    }

    /** Returns of one trial, a copy. */
    public double[] ofTrial(int trial) {
        double[] returns = new double[byPeriod.length];
        for (int period = 0; period < returns.length; period++) {
            returns[period] = byPeriod[period][trial];
        }
        return returns;
    }

    /** Sharpe of one period of each trial; NaN of one without variance. */
    public double[] sharpes() {
        double[] sharpes = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            sharpes[trial] = Moments.of(ofTrial(trial)).sharpe();
        }
        return sharpes;
    }

    /** Count and spread of these trials, when they are all that were ever run on the data; else ask the ledger. */
    public Trials counted(double periodsPerYear) {
        double root = StrictMath.sqrt(Finite.requirePositive("periodsPerYear", periodsPerYear));
        return Trials.of(Arrays.stream(sharpes()).map(sharpe -> sharpe * root).toArray());
    }

    /** The trial with the greatest Sharpe, the first of equal ones. */
    public int winner() {
        double[] sharpes = sharpes();
        int winner = 0;
        for (int trial = 1; trial < trials; trial++) {
            boolean better = sharpes[trial] > sharpes[winner] || Double.isNaN(sharpes[winner]);
            winner = better && !Double.isNaN(sharpes[trial]) ? trial : winner;
        }
        return winner;
    }

    /** Returns of all trials in a period; not to be written. */
    double[] inPeriod(int period) {
        return byPeriod[period];
    }
}
