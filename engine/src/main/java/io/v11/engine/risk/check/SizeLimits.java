package io.v11.engine.risk.check;

import io.v11.config.FixedPoint;
import io.v11.config.Instruments;

/**
 * One order by itself: quantity, notional, and the venue's least notional. The last holds for orders that shrink a position too: a
 * strategy's order is not sent as reduce-only, and the venue would refuse it.
 */
final class SizeLimits {
    private final Instruments instruments;
    private final long maximumNotionalE8;

    SizeLimits(Instruments instruments, long maximumNotionalE8) {
        this.instruments = instruments;
        this.maximumNotionalE8 = maximumNotionalE8;
    }

    boolean quantity(Proposal proposal) {
        return proposal.quantityE8 <= instruments.get(proposal.instrument).maximumOrderQuantity().e8();
    }

    boolean notional(Proposal proposal) {
        return proposal.notionalE8 <= maximumNotionalE8;
    }

    /** Relies on the check of the order's notional: it fits. */
    boolean aboveMinimum(Proposal proposal) {
        return FixedPoint.multiply(proposal.priceE8, proposal.quantityE8) >= instruments.get(proposal.instrument)
                .minimumNotional().e8();
    }
}
