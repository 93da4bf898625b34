package io.v11.ml.calibration;

import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.ml.ModelException;

/**
 * Answers a stated share of the decisions of each instrument, those whose probability lies farthest from 0.5, and goes on doing
 * so when the market changes how sure the model is. Adaptive conformal inference (Gibbs, Candès 2021) with the step taken
 * on the logarithm of the threshold, so that it means the same for models of any sureness:
 *
 * <pre>
 *   ln threshold += gamma * (answered - coverage)
 * </pre>
 *
 * Steps add up, and the threshold cannot leave [1e-4, 0.5] by more than a step: above 0.5 nothing is answered, at 1e-4
 * everything. So after T decisions, whatever they were, |share answered - coverage| <= (8.52 + gamma) / (gamma T). A gamma of
 * 0.02 keeps within 0.9 points over 50,000 decisions in the worst case, and forgets within some hundred. The share is
 * what is promised; that those answered are right more often is the model's affair. Confined to one thread; allocates
 * nothing after construction.
 */
public final class CoverageGate {
    /** Confidence that tells no side from the other: a threshold down there lets everything pass. */
    private static final double FLOOR = 1e-4;
    private static final double LARGEST_CONFIDENCE = 0.5;

    private final double[] thresholds = new double[Limits.INSTRUMENTS];
    private final double initialThreshold;
    /** Factor after a decision that was answered, and after one that was not. */
    private final double raise;
    private final double lower;

    /**
     * @param coverage         share of decisions to answer, above 0; 1 answers all
     * @param initialThreshold least |probability - 0.5| to begin with, 0 to 0.5, fitted on rows that the model had not seen
     * @param gamma            how fast the threshold follows, above 0, at most 1; 0.02 is a good beginning
     */
    public CoverageGate(double coverage, double initialThreshold, double gamma) {
        check(coverage > 0.0 && coverage <= 1.0, "coverage must be above 0 and at most 1", coverage);
        check(initialThreshold >= 0.0 && initialThreshold <= LARGEST_CONFIDENCE,
                "initialThreshold must be 0 to 0.5, the distance of a probability from 0.5", initialThreshold);
        check(gamma > 0.0 && gamma <= 1.0, "gamma must be above 0 and at most 1", gamma);
        this.initialThreshold = coverage == 1.0 ? 0.0 : Math.max(FLOOR, initialThreshold);
        raise = StrictMath.exp(gamma * (1.0 - coverage));
        lower = StrictMath.exp(-gamma * coverage);
        Arrays.fill(thresholds, this.initialThreshold);
    }

    /**
     * Whether to answer, and one step of the instrument's threshold. A NaN (the model abstained) is not a decision: false,
     * and nothing is learnt.
     */
    public boolean accepts(int instrument, double probability) {
        double confidence = Math.abs(probability - 0.5);
        if (!(confidence <= LARGEST_CONFIDENCE)) {
            return false;
        }
        double threshold = thresholds[instrument];
        boolean answered = confidence >= threshold || threshold <= FLOOR;
        thresholds[instrument] = threshold * (answered ? raise : lower);
        return answered;
    }

    /** Least |probability - 0.5| that the instrument's next decision is answered for. */
    public double threshold(int instrument) {
        return thresholds[instrument] <= FLOOR ? 0.0 : thresholds[instrument];
    }

    /** Begins anew for one instrument. */
    public void reset(int instrument) {
        thresholds[instrument] = initialThreshold;
    }

    /** Equal for equal thresholds of all instruments. */
    public long stateHash() {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < thresholds.length; i++) {
            long mixed = (hash ^ Double.doubleToRawLongBits(thresholds[i])) * 0xBF58476D1CE4E5B9L;
            hash = mixed ^ (mixed >>> 29);
        }
        return hash;
    }

    private static void check(boolean holds, String rule, double value) {
        if (!holds) {
            throw new ModelException("coverage gate: " + rule + ", is " + value);
        }
    }
}
