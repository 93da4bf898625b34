package io.v11.engine.risk.check;

import io.v11.journal.event.RiskReason;

/** One rule that every proposal must pass. Decides from what it was built with and the proposal; changes nothing. */
@FunctionalInterface
interface RiskCheck {
    /** {@link RiskReason#APPROVED} when the rule holds, else why not. */
    RiskReason check(Proposal proposal);
}
