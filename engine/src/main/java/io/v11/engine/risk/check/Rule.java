package io.v11.engine.risk.check;

import io.v11.journal.event.RiskReason;

/**
 * A check that is one condition and one reason.
 *
 * @param reason    when the condition does not hold
 * @param scope     which orders it concerns
 * @param size      a smaller order may pass where this one does not
 * @param condition must hold
 */
record Rule(RiskReason reason, Scope scope, boolean size, Condition condition) implements RiskCheck {
    /** Which orders a rule concerns. */
    enum Scope {
        /** Every order. */
        EVERY,
        /** Orders that open a position or enlarge one; a limit must never hold a position captive. */
        OPENING
    }

    /** What must hold. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Proposal proposal);
    }

    static Rule every(RiskReason reason, Condition condition) {
        return new Rule(reason, Scope.EVERY, false, condition);
    }

    static Rule everySize(RiskReason reason, Condition condition) {
        return new Rule(reason, Scope.EVERY, true, condition);
    }

    static Rule opening(RiskReason reason, Condition condition) {
        return new Rule(reason, Scope.OPENING, false, condition);
    }

    static Rule openingSize(RiskReason reason, Condition condition) {
        return new Rule(reason, Scope.OPENING, true, condition);
    }

    @Override
    public RiskReason check(Proposal proposal) {
        boolean passes = scope == Scope.OPENING && proposal.shrinks() || condition.holds(proposal);
        return passes ? RiskReason.APPROVED : reason;
    }
}
