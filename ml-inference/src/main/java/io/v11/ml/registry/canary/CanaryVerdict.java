package io.v11.ml.registry.canary;

/**
 * What became of one model in the child.
 *
 * @param request what was asked
 * @param outcome how it ended
 * @param message notes of the checks, or why it was refused
 */
public record CanaryVerdict(CanaryRequest request, Outcome outcome, String message) {
    /** How a load in the child can end. */
    public enum Outcome {
        /** Every check held; the engine may load it. */
        ACCEPTED,
        /** A check failed, and the child said which. */
        REFUSED,
        /** The child died of it: a signal, or out of memory. */
        CRASHED,
        /** The child was still at it when its time was up, and was ended. */
        TIMED_OUT
    }

    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
