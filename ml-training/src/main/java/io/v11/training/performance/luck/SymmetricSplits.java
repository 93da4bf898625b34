package io.v11.training.performance.luck;

import java.util.Arrays;

import io.v11.training.performance.sample.Moments;
import io.v11.training.performance.sample.Quantiles;

/**
 * Goes through all halves of the blocks. Sums and squares of each block are made once, around the mean of each trial so
 * that they keep their digits; so a split costs trials x blocks, whatever the number of periods. A trial that does not
 * move in a half has Sharpe 0 there. Equal Sharpes share their rank.
 */
final class SymmetricSplits {
    private final int trials;
    private final int blocks;
    private final double[] mean;
    private final double[][] sum;
    private final double[][] squares;
    private final int[] periods;
    private final double[] noise;

    SymmetricSplits(TrialReturns returns, int blocks) {
        this.blocks = blocks;
        trials = returns.trials();
        mean = new double[trials];
        noise = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            Moments moments = Moments.of(returns.ofTrial(trial));
            mean[trial] = moments.mean();
            noise[trial] = 1e-24 * moments.mean() * moments.mean();
        }
        sum = new double[blocks][trials];
        squares = new double[blocks][trials];
        periods = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            int from = (int) ((long) block * returns.periods() / blocks);
            int to = (int) ((long) (block + 1) * returns.periods() / blocks);
            periods[block] = to - from;
            for (int period = from; period < to; period++) {
                add(returns.inPeriod(period), block);
            }
        }
    }

    private void add(double[] values, int block) {
        for (int trial = 0; trial < trials; trial++) {
            double difference = values[trial] - mean[trial];
            sum[block][trial] += difference;
            squares[block][trial] += difference * difference;
        }
    }

    BacktestOverfitting judge() {
        int splits = choices();
        double[] logits = new double[splits];
        double[] inside = new double[splits];
        double[] outside = new double[splits];
        double[] sharpesInside = new double[trials];
        double[] sharpesOutside = new double[trials];
        int split = 0;
        for (int mask = 0; mask < 1 << blocks; mask++) {
            if (Integer.bitCount(mask) == blocks / 2) {
                sharpes(mask, sharpesInside);
                sharpes(~mask, sharpesOutside);
                int winner = winner(sharpesInside);
                double share = rank(sharpesOutside, winner) / (trials + 1.0);
                logits[split] = StrictMath.log(share / (1.0 - share));
                inside[split] = sharpesInside[winner];
                outside[split++] = sharpesOutside[winner];
            }
        }
        double[] sorted = outside.clone();
        Arrays.sort(sorted);
        return new BacktestOverfitting(share(logits), logits, slope(inside, outside), losses(outside),
                Quantiles.of(sorted, 0.5), trials, blocks);
    }

    private int choices() {
        long count = 1;
        for (int i = 1; i <= blocks / 2; i++) {
            count = count * (blocks / 2 + i) / i;
        }
        return (int) count;
    }

    private void sharpes(int mask, double[] sharpes) {
        double[] sums = new double[trials];
        double[] squared = new double[trials];
        int count = 0;
        for (int block = 0; block < blocks; block++) {
            if ((mask >> block & 1) == 1) {
                count += periods[block];
                for (int trial = 0; trial < trials; trial++) {
                    sums[trial] += sum[block][trial];
                    squared[trial] += squares[block][trial];
                }
            }
        }
        for (int trial = 0; trial < trials; trial++) {
            double lead = sums[trial] / count;
            double variance = (squared[trial] - sums[trial] * lead) / (count - 1);
            sharpes[trial] = variance > noise[trial] + 1e-14 * lead * lead
                    ? (mean[trial] + lead) / StrictMath.sqrt(variance)
                    : 0.0;
        }
    }

    private static int winner(double[] sharpes) {
        int winner = 0;
        for (int trial = 1; trial < sharpes.length; trial++) {
            winner = sharpes[trial] > sharpes[winner] ? trial : winner;
        }
        return winner;
    }

    /** 1 for the worst, as many as there are trials for the best; the middle of the places that equal ones take. */
    private static double rank(double[] sharpes, int of) {
        int below = 0;
        int equal = 0;
        for (double sharpe : sharpes) {
            below += sharpe < sharpes[of] ? 1 : 0;
            equal += sharpe == sharpes[of] ? 1 : 0;
        }
        return below + 0.5 * (equal + 1);
    }

    private static double share(double[] logits) {
        int lower = 0;
        for (double logit : logits) {
            lower += logit <= 0.0 ? 1 : 0;
        }
        return lower / (double) logits.length;
    }

    private static double losses(double[] outside) {
        int losses = 0;
        for (double sharpe : outside) {
            losses += sharpe < 0.0 ? 1 : 0;
        }
        return losses / (double) outside.length;
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Moments.of(x).mean();
        double meanY = Moments.of(y).mean();
        double products = 0.0;
        double squares = 0.0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return squares > 0.0 ? products / squares : Double.NaN;
    }
}
