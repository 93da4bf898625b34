package io.v11.engine.risk;

import io.v11.config.RiskLimits;
import io.v11.journal.event.RiskReason;

/** The top of the book is valid now and changed at most the given time ago; a clock that went back counts as stale. */
final class StaleReferenceCheck implements RiskCheck {
    private static final long NS_PER_MS = 1_000_000L;

    private final ReferencePrices references;
    private final long maximumAgeNs;

    StaleReferenceCheck(ReferencePrices references, RiskLimits limits) {
        this.references = references;
        this.maximumAgeNs = Math.multiplyExact(limits.staleReferenceMs(), NS_PER_MS);
    }

    @Override
    public RiskReason check(Proposal proposal) {
        long ageNs = references.ageNs(proposal.instrument, proposal.timeNs);
        boolean fresh = references.valid(proposal.instrument) && ageNs >= 0 && ageNs <= maximumAgeNs;
        return fresh ? RiskReason.APPROVED : RiskReason.STALE_REFERENCE_PRICE;
    }
}
