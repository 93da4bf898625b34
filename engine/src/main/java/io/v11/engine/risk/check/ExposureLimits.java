package io.v11.engine.risk.check;

import io.v11.config.FixedPoint;
import io.v11.config.Instruments;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.breaker.DrawdownGuard;
import io.v11.engine.risk.ledger.Notional;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.journal.event.Side;

/**
 * What would be held were the order filled: by instrument in base and quote units, and over all instruments gross and net.
 *
 * <pre>
 *   reached position = position in the order's direction + working on its side + quantity
 *   reached gross    = positions at their prices + all working orders + what this order opens
 *   reached net      = net in the order's direction + working on its side + what this order opens
 * </pre>
 */
final class ExposureLimits {
    private final Instruments instruments;
    private final WorkingOrders working;
    private final DrawdownGuard drawdown;
    private final long grossE8;
    private final long netE8;
    private final long instrumentE8;
    private final long concentrationE8;
    private final long leverageE8;

    ExposureLimits(Instruments instruments, RiskLimits.Exposure limits, WorkingOrders working,
            DrawdownGuard drawdown) {
        this.instruments = instruments;
        this.working = working;
        this.drawdown = drawdown;
        grossE8 = limits.maximumGross().e8();
        netE8 = limits.maximumNet().e8();
        instrumentE8 = limits.maximumInstrument().e8();
        concentrationE8 = FixedPoint.ofDouble(limits.maximumConcentration());
        leverageE8 = FixedPoint.ofDouble(limits.maximumLeverage());
    }

    boolean position(Proposal proposal) {
        return proposal.reachedE8() <= instruments.get(proposal.instrument).maximumPosition().e8();
    }

    boolean gross(Proposal proposal) {
        return reachedGrossE8(proposal) <= grossE8;
    }

    boolean net(Proposal proposal) {
        long directedE8 = proposal.buy() ? proposal.netNotionalE8 : -proposal.netNotionalE8;
        Side side = proposal.side;
        return Notional.sum(working.notionalE8(side), proposal.openingNotionalE8) <= netE8 - directedE8;
    }

    boolean instrument(Proposal proposal) {
        return proposal.reachedNotionalE8() <= instrumentE8;
    }

    boolean concentration(Proposal proposal) {
        return proposal.reachedNotionalE8() <= Notional.share(proposal.equityE8, concentrationE8);
    }

    boolean leverage(Proposal proposal) {
        return reachedGrossE8(proposal) <= Notional.share(proposal.equityE8, leverageE8);
    }

    /** A gap against everything held would not pass the drawdown limit. */
    boolean drawdownBudget(Proposal proposal) {
        return reachedGrossE8(proposal) <= drawdown.maximumGrossE8(proposal.equityE8);
    }

    private long reachedGrossE8(Proposal proposal) {
        return Notional.sum(Notional.sum(proposal.grossNotionalE8, working.notionalE8()), proposal.openingNotionalE8);
    }
}
