package io.v11.training.performance.luck;

import java.util.Locale;

import io.v11.training.performance.sample.Finite;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey, Borwein, López de Prado,
 * Zhu 2015): the periods are cut into S blocks; for each choice of S/2 of them the trial with the best Sharpe there is
 * looked up in the other half. Its rank there as a share w of (trials + 1) gives the logit ln(w / (1 - w)); PBO is the
 * share of logits that are not above zero, that is how often the winner ends in the lower half. Near 0.5 or above,
 * choosing told nothing.
 *
 * <p>It judges the search, not the strategy: when all trials are bad alike, PBO is about a half, and when all are good
 * alike too.
 *
 * @param probability   PBO
 * @param logits        of every choice, in the order of the masks whose lowest bit is the first block
 * @param slope         of the regression of the winner's Sharpe outside on that inside: negative is degradation
 * @param lossShare     share of choices in which the winner loses money outside
 * @param medianOutside median Sharpe of one period of the winner outside
 * @param trials        that were chosen from
 * @param blocks        S
 */
public record BacktestOverfitting(double probability, double[] logits, double slope, double lossShare,
        double medianOutside, int trials, int blocks) {
    /** Blocks of the paper: 12,870 choices. */
    public static final int BLOCKS = 16;
    /** Most blocks: 184,756 choices. */
    public static final int BLOCKS_MAX = 20;

    /** With {@value #BLOCKS} blocks. */
    public static BacktestOverfitting of(TrialReturns returns) {
        return of(returns, BLOCKS);
    }

    /**
     * @param returns at least two trials and two periods a block; blocks differ by at most one period
     * @param blocks  even, 2 to {@value #BLOCKS_MAX}
     */
    public static BacktestOverfitting of(TrialReturns returns, int blocks) {
        if (blocks < 2 || blocks > BLOCKS_MAX || blocks % 2 != 0) {
            throw new IllegalArgumentException("blocks=" + blocks + "; give an even number of 2 to " + BLOCKS_MAX);
        }
        if (returns.trials() < 2) {
            throw new IllegalArgumentException(
                    "one trial cannot be overfitted by choosing; give every trial of the search");
        }
        if (returns.periods() < 2 * blocks) {
            throw new IllegalArgumentException(returns.periods() + " periods in " + blocks
                    + " blocks leave fewer than 2 each; take shorter periods or fewer blocks");
        }
        return new SymmetricSplits(returns, blocks).judge();
    }

    /** In a line. */
    public String text() {
        return String.format(Locale.ROOT,
                "PBO %.3f of %,d trials over %,d splits of %d blocks; winner outside: median Sharpe %.4f a period, "
                        + "loses in %.0f %%, slope %.2f",
                probability, trials, logits.length, blocks, medianOutside, 100.0 * lossShare, slope);
    }

    /** Share of logits up to a bound: the distribution of the paper's figures. */
    public double shareUpTo(double logit) {
        Finite.require("logit", logit);
        int count = 0;
        for (double each : logits) {
            count += each <= logit ? 1 : 0;
        }
        return count / (double) logits.length;
    }
}
