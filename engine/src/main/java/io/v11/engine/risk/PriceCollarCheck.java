package io.v11.engine.risk;

import io.v11.config.FixedPoint;
import io.v11.config.RiskLimits;
import io.v11.journal.event.RiskReason;

/** The limit price is no farther than the collar on the aggressive side of the mid: above it for a buy, below it for a sell. */
final class PriceCollarCheck implements RiskCheck {
    private static final double BPS = 10_000.0;

    private final ReferencePrices references;
    private final long collarFractionE8;

    PriceCollarCheck(ReferencePrices references, RiskLimits limits) {
        this.references = references;
        this.collarFractionE8 = FixedPoint.ofDouble(limits.collarBps() / BPS);
    }

    @Override
    public RiskReason check(Proposal proposal) {
        long midTwiceE8 = references.midTwiceE8(proposal.instrument);
        long collarTwiceE8 = FixedPoint.multiply(midTwiceE8, collarFractionE8);
        // Halved on both sides of the comparison so that an absurd price cannot overflow when doubled.
        boolean within = proposal.buy()
                ? proposal.priceE8 <= (midTwiceE8 + collarTwiceE8) >> 1
                : proposal.priceE8 >= midTwiceE8 - collarTwiceE8 + 1 >> 1;
        return within ? RiskReason.APPROVED : RiskReason.PRICE_COLLAR;
    }
}
