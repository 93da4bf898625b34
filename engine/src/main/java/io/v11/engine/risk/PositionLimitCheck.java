package io.v11.engine.risk;

import io.v11.config.Instruments;
import io.v11.journal.event.RiskReason;

/** Were this order and all working ones on its side filled, and none on the other, the position would be within the instrument's maximum. */
final class PositionLimitCheck implements RiskCheck {
    private final Instruments instruments;
    private final WorkingOrders working;

    PositionLimitCheck(Instruments instruments, WorkingOrders working) {
        this.instruments = instruments;
        this.working = working;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        long directedE8 = proposal.buy() ? proposal.positionE8 : -proposal.positionE8;
        long reachedE8 = directedE8 + working.quantityE8(proposal.instrument, proposal.side) + proposal.quantityE8;
        return reachedE8 <= instruments.get(proposal.instrument).maximumPosition().e8()
                ? RiskReason.APPROVED
                : RiskReason.POSITION_LIMIT;
    }
}
