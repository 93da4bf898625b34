package io.v11.engine.regime;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * Probability of each state given the bars so far: the forward recursion of a hidden Markov model, normalised at every
 * step (Rabiner 1989, section V.A).
 *
 * <pre>
 *   predicted_j = sum_i posterior_i a_ij            a bar passes
 *   posterior_j = predicted_j b_j(x) / sum          and is seen
 * </pre>
 *
 * A bar that is not seen is predicted only: that is the exact posterior when a missing bar says nothing of the state.
 * Allocates nothing after construction.
 */
final class StateFilter {
    private static final int STATES = MarkovModel.STATES;

    final double[] posterior = new double[STATES];
    private final double[] density = new double[STATES];
    private final double[] predicted = new double[STATES];

    StateFilter() {
        reset();
    }

    /** Knows nothing: every state is as probable. */
    void reset() {
        Arrays.fill(posterior, 1.0 / STATES);
    }

    /** A bar passes. */
    void predict(MarkovModel model) {
        for (int j = 0; j < STATES; j++) {
            double sum = 0.0;
            for (int i = 0; i < STATES; i++) {
                sum += posterior[i] * model.transition[i * STATES + j];
            }
            predicted[j] = sum;
        }
        System.arraycopy(predicted, 0, posterior, 0, STATES);
    }

    /**
     * The bar that passed is seen.
     *
     * @return logarithm of its density given those before it, without the constant
     */
    double see(MarkovModel model, double volatility, double trend) {
        double highest = model.densities(volatility, trend, density, 0);
        double sum = 0.0;
        for (int j = 0; j < STATES; j++) {
            posterior[j] *= density[j];
            sum += posterior[j];
        }
        for (int j = 0; j < STATES; j++) {
            posterior[j] /= sum;
        }
        return highest + StrictMath.log(sum);
    }

    long stateHash(long start) {
        long hash = start;
        for (double probability : posterior) {
            hash = StateHash.add(hash, probability);
        }
        return hash;
    }
}
