package io.v11.engine.risk;

import io.v11.config.FixedPoint;
import io.v11.config.Instruments;
import io.v11.journal.event.RiskReason;

/** The notional at the limit price is at least what the venue accepts. Relies on the check of the order's notional: it fits. */
final class MinimumNotionalCheck implements RiskCheck {
    private final Instruments instruments;

    MinimumNotionalCheck(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        return FixedPoint.multiply(proposal.priceE8, proposal.quantityE8) >= instruments.get(proposal.instrument)
                .minimumNotional().e8() ? RiskReason.APPROVED : RiskReason.BELOW_MINIMUM;
    }
}
