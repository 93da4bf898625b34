package io.v11.training.performance;

import io.v11.training.performance.sample.Finite;

/**
 * A position from its first fill to its last, with what it earned and what it paid. Costs are positive when paid,
 * negative when received (a rebate, funding of the other side). All money in one currency.
 *
 * @param instrument   id
 * @param openNs       first fill
 * @param closeNs      last fill, not before the first
 * @param side         1 long, -1 short
 * @param notional     greatest worth of the position, above 0
 * @param pnl          profit after all costs
 * @param fees         paid to the venue
 * @param spreadCost   half spreads crossed
 * @param slippageCost fills worse than the touch
 * @param funding      paid to the other side of a perpetual
 */
public record RoundTrip(int instrument, long openNs, long closeNs, int side, double notional, double pnl, double fees,
        double spreadCost, double slippageCost, double funding) {
    public RoundTrip {
        if (closeNs < openNs) {
            throw new IllegalArgumentException("round trip closes at " + closeNs + " before it opens at " + openNs);
        }
        if (side != 1 && side != -1) {
            throw new IllegalArgumentException("side=" + side + " of a round trip; give 1 for long or -1 for short");
        }
        Finite.requirePositive("notional", notional);
        Finite.require("pnl", pnl);
        Finite.require("fees", fees);
        Finite.require("spreadCost", spreadCost);
        Finite.require("slippageCost", slippageCost);
        Finite.require("funding", funding);
    }

    /** All four. */
    public double costs() {
        return fees + spreadCost + slippageCost + funding;
    }

    /** Profit before costs. */
    public double grossPnl() {
        return pnl + costs();
    }

    /** Profit after costs as a fraction of the notional. */
    public double netReturn() {
        return pnl / notional;
    }
}
