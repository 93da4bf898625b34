package io.v11.engine.risk;

import io.v11.config.Instruments;
import io.v11.journal.event.RiskReason;

/** The quantity is at most the instrument's maximum for one order. */
final class OrderQuantityCheck implements RiskCheck {
    private final Instruments instruments;

    OrderQuantityCheck(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        return proposal.quantityE8 <= instruments.get(proposal.instrument).maximumOrderQuantity().e8()
                ? RiskReason.APPROVED
                : RiskReason.ORDER_QUANTITY;
    }
}
