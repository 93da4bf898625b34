package io.v11.training.performance.luck;

import java.util.Arrays;

import io.v11.training.performance.sample.Finite;
import io.v11.training.performance.sample.Moments;

/**
 * What a figure was chosen from: every trial ever run on the data, and how far apart their Sharpes were. From the trial
 * ledger. Annualised, since trials may differ in the length of their periods: the variance over one of n periods a year
 * is an n-th.
 *
 * @param count              trials, the chosen one included, at least 1
 * @param annualVariance     variance of their annualised Sharpes, divisor count - 1; 0 of a single trial
 */
public record Trials(long count, double annualVariance) {
    public Trials {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "trials=" + count
                            + "; a strategy that was run is at least one trial: take the count from the ledger");
        }
        if (!(annualVariance >= 0.0) || annualVariance == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("variance of the trials' annualised Sharpes is " + annualVariance
                    + "; take it from the ledger, or Trials.chance when only the count is known");
        }
    }

    /** Of something that nothing was chosen for: a fixed rule, buy-and-hold. */
    public static Trials single() {
        return new Trials(1, 0.0);
    }

    /**
     * Of all trials, annualised Sharpe of each; those of trials that never traded (NaN) count, without a say in the
     * spread.
     */
    public static Trials of(double[] annualSharpes) {
        double[] defined = Arrays.stream(annualSharpes).filter(sharpe -> !Double.isNaN(sharpe)).toArray();
        if (defined.length < 2) {
            return new Trials(annualSharpes.length, 0.0);
        }
        double deviation = Moments.of(defined).deviation();
        return new Trials(annualSharpes.length, deviation * deviation);
    }

    /**
     * When only the count is known: the spread that trials without any edge would have by the chance of {@code years}
     * years of independent returns, which is 1 / years (Lo 2002, at a Sharpe of zero).
     */
    public static Trials chance(long count, double years) {
        return new Trials(count, 1.0 / Finite.requirePositive("years", years));
    }

    /** Variance of the Sharpe of one period. */
    double variance(double periodsPerYear) {
        return annualVariance / periodsPerYear;
    }
}
