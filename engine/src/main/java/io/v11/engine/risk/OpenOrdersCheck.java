package io.v11.engine.risk;

import io.v11.config.RiskLimits;
import io.v11.journal.event.RiskReason;

/** One more working order stays within the maximum, all instruments together. */
final class OpenOrdersCheck implements RiskCheck {
    private final int maximum;
    private final WorkingOrders working;

    OpenOrdersCheck(RiskLimits limits, WorkingOrders working) {
        this.maximum = limits.maximumOpenOrders();
        this.working = working;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        return working.count() < maximum ? RiskReason.APPROVED : RiskReason.OPEN_ORDERS;
    }
}
