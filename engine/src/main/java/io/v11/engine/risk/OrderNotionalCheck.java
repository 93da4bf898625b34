package io.v11.engine.risk;

import io.v11.config.RiskLimits;
import io.v11.journal.event.RiskReason;

/** The notional at the limit price is at most the maximum for one order. */
final class OrderNotionalCheck implements RiskCheck {
    private final long maximumE8;

    OrderNotionalCheck(RiskLimits limits) {
        maximumE8 = limits.maximumOrderNotional().e8();
    }

    @Override
    public RiskReason check(Proposal proposal) {
        return Notional.up(proposal.priceE8, proposal.quantityE8) <= maximumE8
                ? RiskReason.APPROVED
                : RiskReason.ORDER_NOTIONAL;
    }
}
