package io.v11.engine.risk;

import io.v11.journal.event.RiskReason;

/** One more order stays within the orders of one second, all instruments together. */
final class OrderRateCheck implements RiskCheck {
    private final OrderRate rate;

    OrderRateCheck(OrderRate rate) {
        this.rate = rate;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        return rate.admits(proposal.timeNs) ? RiskReason.APPROVED : RiskReason.ORDER_RATE;
    }
}
