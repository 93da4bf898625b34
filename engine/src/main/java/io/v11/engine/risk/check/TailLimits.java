package io.v11.engine.risk.check;

import io.v11.config.FixedPoint;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.gauge.TailGauge;

/**
 * What the account could lose in the tail with the order filled, as fractions of the equity.
 *
 * <pre>
 *   order notional   signed quantity x reference price
 *   added shortfall  expected shortfall with the order - without, the worst of three methods each
 *   share            expected shortfall with the order - with the instrument closed, over the limit of the shortfall
 * </pre>
 *
 * An order that adds nothing passes: a hedge must not be refused for what it mends. {@link #known} measures, so it stands first.
 * While there are too few scenarios, or a figure is not finite, the configuration says what becomes of orders.
 */
final class TailLimits {
    private static final double UNITS_TWICE = 2.0;

    private final TailGauge gauge;
    private final RiskLimits.Tail limits;
    private final boolean allowUnknown;
    private boolean known;
    private double orderNotional;
    private double with;
    private double added;
    private double equity;

    TailLimits(TailGauge gauge, RiskLimits.Tail limits) {
        this.gauge = gauge;
        this.limits = limits;
        allowUnknown = limits.whenUnknown().equals("ALLOW");
    }

    boolean known(Proposal proposal) {
        known = gauge.ready();
        if (known) {
            gauge.settle();
            equity = FixedPoint.toDouble(proposal.equityE8);
            double price = FixedPoint.toDouble(proposal.referenceTwiceE8) / UNITS_TWICE;
            orderNotional = (proposal.buy() ? price : -price) * FixedPoint.toDouble(proposal.quantityE8);
            with = gauge.shortfallWith(proposal.instrument, orderNotional);
            added = with - gauge.shortfall();
            known = Double.isFinite(added) && Double.isFinite(with);
            proposal.shortfall = added;
        }
        return known || proposal.shrinks() || allowUnknown;
    }

    /** The value at risk of what is held already. */
    boolean valueAtRisk(Proposal proposal) {
        return !known || added <= 0.0 || gauge.valueAtRisk() <= limits.valueAtRisk() * equity;
    }

    boolean shortfall(Proposal proposal) {
        return !known || added <= 0.0 || with <= limits.shortfall() * equity;
    }

    boolean marginal(Proposal proposal) {
        return !known || added <= limits.marginal() * equity;
    }

    boolean stress(Proposal proposal) {
        if (!known) {
            return true;
        }
        double loss = gauge.worstStressWith(proposal.instrument, orderNotional);
        return loss <= limits.stress() * equity || loss <= gauge.worstStress();
    }

    boolean budget(Proposal proposal) {
        double budget = limits.budgetShare() * limits.shortfall() * equity;
        // What the others lose is not below 0, so the instrument's part is at most the whole.
        if (!known || added <= 0.0 || limits.budgetShare() == 1.0 || with <= budget) {
            return true;
        }
        return with - gauge.shortfallWith(proposal.instrument, -gauge.settledExposure(proposal.instrument)) <= budget;
    }
}
