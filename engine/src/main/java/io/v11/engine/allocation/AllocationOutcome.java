package io.v11.engine.allocation;

/** What came of a rebalance. Whatever is not {@link #ALLOCATED} left the previous weights in place. */
public enum AllocationOutcome {
    /** New weights, within the limits. */
    ALLOCATED,
    /** Fewer bars in the window than {@link AllocationSettings#rowsMin()}. */
    TOO_FEW_RETURNS,
    /** A previous weight is no number; it counts as 0. */
    PREVIOUS_NOT_FINITE,
    /** An instrument never moved, or returns determine no covariance. */
    SINGULAR,
    /** No answer that is proved to be one: infeasible, or the solver gave up. */
    NOT_SOLVED
}
