package io.v11.engine.risk;

import io.v11.config.RiskLimits;
import io.v11.journal.event.RiskReason;

/**
 * All positions at mid, all working orders, and what this order opens stay within the gross limit. An order that only
 * shrinks a position passes: a limit must never hold a position captive.
 */
final class GrossNotionalCheck implements RiskCheck {
    private final long maximumE8;
    private final WorkingOrders working;

    GrossNotionalCheck(RiskLimits limits, WorkingOrders working) {
        this.maximumE8 = limits.maximumGrossNotional().e8();
        this.working = working;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        long openingE8 = proposal.openingQuantityE8(working);
        if (openingE8 == 0) {
            return RiskReason.APPROVED;
        }
        long heldE8 = Notional.sum(proposal.grossNotionalE8, working.notionalE8());
        long reachedE8 = Notional.sum(heldE8, Notional.up(proposal.priceE8, openingE8));
        return reachedE8 <= maximumE8 ? RiskReason.APPROVED : RiskReason.NOTIONAL_LIMIT;
    }
}
