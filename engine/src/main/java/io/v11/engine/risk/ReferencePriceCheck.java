package io.v11.engine.risk;

import io.v11.journal.event.RiskReason;

/** The instrument has had a valid top of the book to price the order by. */
final class ReferencePriceCheck implements RiskCheck {
    private final ReferencePrices references;

    ReferencePriceCheck(ReferencePrices references) {
        this.references = references;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        return references.known(proposal.instrument) ? RiskReason.APPROVED : RiskReason.NO_REFERENCE_PRICE;
    }
}
