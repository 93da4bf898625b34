package io.v11.engine.risk.check;

import io.v11.config.FixedPoint;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.ledger.ReferencePrices;

/** Whether there is a price to judge an order by, how old it is, and how far from it the order goes. */
final class PriceSanity {
    private static final double BPS = 10_000.0;
    private static final long NS_PER_MS = 1_000_000L;

    private final ReferencePrices references;
    private final long collarFractionE8;
    private final long spreadFractionE8;
    private final long maximumAgeNs;

    PriceSanity(ReferencePrices references, RiskLimits.Price limits) {
        this.references = references;
        collarFractionE8 = FixedPoint.ofDouble(limits.collarBps() / BPS);
        spreadFractionE8 = FixedPoint.ofDouble(limits.maximumSpreadBps() / BPS);
        maximumAgeNs = Math.multiplyExact(limits.staleReferenceMs(), NS_PER_MS);
    }

    boolean known(Proposal proposal) {
        return references.known(proposal.instrument);
    }

    boolean connected(Proposal proposal) {
        return !references.lost(proposal.instrument);
    }

    /** The price is valid now and was told anew at most the given time ago; a clock that went back counts as stale. */
    boolean fresh(Proposal proposal) {
        long ageNs = references.ageNs(proposal.instrument, proposal.timeNs);
        return references.valid(proposal.instrument) && ageNs >= 0 && ageNs <= maximumAgeNs;
    }

    /** The price is no farther than the collar on the aggressive side of the reference: above it for a buy, below it for a sell. */
    boolean withinCollar(Proposal proposal) {
        long midTwiceE8 = proposal.referenceTwiceE8;
        long collarTwiceE8 = FixedPoint.multiply(midTwiceE8, collarFractionE8);
        // Halved on both sides of the comparison so that an absurd price cannot overflow when doubled.
        return proposal.buy()
                ? proposal.priceE8 <= (midTwiceE8 + collarTwiceE8) >> 1
                : proposal.priceE8 >= midTwiceE8 - collarTwiceE8 + 1 >> 1;
    }

    /** The book is narrow enough for its mid to mean something. */
    boolean spreadNarrow(Proposal proposal) {
        return 2 * references.spreadE8(proposal.instrument) <= FixedPoint.multiply(proposal.referenceTwiceE8,
                spreadFractionE8);
    }
}
