package io.v11.training.performance.luck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When the winner of a search is believed: only if all three hold. The deflated Sharpe ratio speaks of the strategy,
 * the probability of overfitting of the search and the reality check of both without a normal law; each has nulls that
 * it lets pass (PBO of noise is near a half, so it refuses only every second null by itself), so none decides alone.
 * What is not a number is refused.
 *
 * @param deflatedLeast   DSR at least
 * @param overfittedBelow PBO below
 * @param chanceBelow     p-value of White's reality check below
 */
public record AcceptanceRule(double deflatedLeast, double overfittedBelow, double chanceBelow) {
    /** DSR at least 0.95, PBO below 0.5, reality check below 0.05. */
    public static final AcceptanceRule USUAL = new AcceptanceRule(0.95, 0.5, 0.05);

    public AcceptanceRule {
        if (!(deflatedLeast > 0.0 && deflatedLeast < 1.0 && overfittedBelow > 0.0 && overfittedBelow <= 1.0
                && chanceBelow > 0.0 && chanceBelow <= 1.0)) {
            throw new IllegalArgumentException("deflatedLeast=" + deflatedLeast + " overfittedBelow=" + overfittedBelow
                    + " chanceBelow=" + chanceBelow + "; give probabilities above 0");
        }
    }

    /**
     * Judges the trial with the best Sharpe, with 16 blocks and 1,000 draws.
     *
     * @param returns        of every trial whose returns are kept, the winner's among them
     * @param periodsPerYear 365 for days
     * @param ledger         every trial ever run on the data; at least those in {@code returns}
     */
    public Verdict judge(TrialReturns returns, double periodsPerYear, Trials ledger, long seed) {
        return judge(returns, periodsPerYear, ledger, BacktestOverfitting.BLOCKS, RealityCheck.DRAWS, seed);
    }

    /** The same with other numbers of blocks and draws. */
    public Verdict judge(TrialReturns returns, double periodsPerYear, Trials ledger, int blocks, int draws, long seed) {
        if (ledger.count() < returns.trials()) {
            throw new IllegalArgumentException("the ledger counts " + ledger.count() + " trials, but returns of "
                    + returns.trials() + " are given; count every trial");
        }
        int winner = returns.winner();
        JudgedSharpe sharpe = JudgedSharpe.of(returns.ofTrial(winner), periodsPerYear, ledger);
        BacktestOverfitting overfitting = BacktestOverfitting.of(returns, blocks);
        ResampledMeans resampled = new ResampledMeans(returns, draws, seed);
        RealityCheck reality = RealityCheck.of(resampled);
        return new Verdict(winner, sharpe, overfitting, reality, PredictiveAbility.of(resampled),
                refusals(sharpe.deflated(), overfitting.probability(), reality.chance()));
    }

    /** Why figures are refused, each with its bound; empty when they are accepted. */
    public List<String> refusals(double deflated, double overfitted, double chance) {
        List<String> refusals = new ArrayList<>();
        if (!(deflated >= deflatedLeast)) {
            refusals.add(String.format(Locale.ROOT, "DSR %.3f below %.3f", deflated, deflatedLeast));
        }
        if (!(overfitted < overfittedBelow)) {
            refusals.add(String.format(Locale.ROOT, "PBO %.3f not below %.3f", overfitted, overfittedBelow));
        }
        if (!(chance < chanceBelow)) {
            refusals.add(String.format(Locale.ROOT, "reality check p %.3f not below %.3f", chance, chanceBelow));
        }
        return List.copyOf(refusals);
    }
}
