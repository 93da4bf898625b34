package io.v11.engine.allocation;

import io.v11.engine.allocation.programme.WeightLimits;

/**
 * Makes weights by one method and stands for what comes out: within the limits to 1e-9, finite, or the previous ones and the reason. Never throws for
 * what returns and views hold. Confined to one thread; allocates, at most a few megabytes a rebalance.
 */
public final class Allocator {
    private static final double EXCESS_MAX = 1e-9;

    private final WeightRule rule;
    private final AllocationSettings settings;
    private final WeightLimits limits;
    private String failure = "";

    Allocator(WeightRule rule, AllocationSettings settings) {
        this.rule = rule;
        this.settings = settings;
        limits = settings.limits();
    }

    /**
     * Weighs the instruments.
     *
     * @param window          of as many instruments as the limits
     * @param views           what the models expect; may be empty
     * @param previousWeights those held now; they come back when there are no new ones, even if outside of the limits
     * @param weights         where the result goes; may be the same array
     */
    public AllocationOutcome allocate(ReturnWindow window, Views views, double[] previousWeights, double[] weights) {
        int instruments = limits.instruments();
        double[] previous = new double[instruments];
        double[] answer = new double[instruments];
        AllocationOutcome outcome = AllocationOutcome.ALLOCATED;
        for (int i = 0; i < instruments; i++) {
            boolean finite = Double.isFinite(previousWeights[i]);
            previous[i] = finite ? previousWeights[i] : 0.0;
            outcome = finite ? outcome : AllocationOutcome.PREVIOUS_NOT_FINITE;
        }
        if (outcome == AllocationOutcome.ALLOCATED) {
            outcome = attempt(window, views, previous, answer);
        }
        System.arraycopy(outcome == AllocationOutcome.ALLOCATED ? answer : previous, 0, weights, 0, instruments);
        return outcome;
    }

    private AllocationOutcome attempt(ReturnWindow window, Views views, double[] previous, double[] answer) {
        if (window.size() < settings.rowsMin()) {
            return AllocationOutcome.TOO_FEW_RETURNS;
        }
        try {
            double[][] covariance = LedoitWolf.covariance(window).matrix();
            for (int i = 0; i < covariance.length; i++) {
                if (!(covariance[i][i] > 0.0 && covariance[i][i] < Double.POSITIVE_INFINITY)) {
                    return AllocationOutcome.SINGULAR;
                }
                for (int j = 0; j < covariance.length; j++) {
                    covariance[i][j] *= settings.horizonBars();
                }
            }
            AllocationOutcome outcome = rule.weigh(window, covariance, views, previous, answer);
            // Written so that NaN does not pass.
            boolean within = limits.excess(answer) <= EXCESS_MAX;
            return outcome != AllocationOutcome.ALLOCATED || within ? outcome : AllocationOutcome.NOT_SOLVED;
        } catch (RuntimeException e) {
            // A library's way to say that it found no answer; the books must not depend on its mood.
            failure = e.toString();
            return AllocationOutcome.NOT_SOLVED;
        }
    }

    /** What a library last threw, for the log; empty when it never did. */
    public String failure() {
        return failure;
    }
}
