package io.v11.training.execution;

import java.util.List;

/**
 * Costs of a group of orders. Perold's implementation shortfall ("The implementation shortfall: paper versus reality", Journal of
 * Portfolio Management 1988): what a portfolio that trades all at the arrival price at once would have made more. With s = 1 for a
 * purchase and -1 for a sale, Q wanted, q filled at p, arrival price p0 and price pT at the horizon of opportunity:
 *
 * <pre>
 *   shortfall = s sum q (p - p0)  +  fees  +  s (Q - sum q) (pT - p0)
 *             = spread + slippage +  fees  +  opportunity
 * </pre>
 *
 * Orders without an arrival price count as orders and nowhere else.
 *
 * @param name               of the group
 * @param orders             sent
 * @param filledOrders       those filled to the end
 * @param fills              counted
 * @param wantedE8           worth of what was wanted, at arrival prices
 * @param tradedE8           notional of the fills
 * @param spreadE8           from the arrival price to the touch
 * @param slippageE8         from the touch to the fill
 * @param feesE8             to the venue
 * @param opportunityE8      of what was not filled; negative when waiting paid
 * @param opportunityUnknown orders with an unfilled rest and no price at the horizon: left out
 * @param medianFillMs       from the decision to the first fill's report; NaN without fills
 * @param markouts           by horizon
 */
public record CostGroup(String name, long orders, long filledOrders, long fills, long wantedE8, long tradedE8,
        long spreadE8, long slippageE8, long feesE8, long opportunityE8, long opportunityUnknown, double medianFillMs,
        List<Markout> markouts) {
    public CostGroup {
        markouts = List.copyOf(markouts);
    }

    /** Quote units E8. */
    public long shortfallE8() {
        return spreadE8 + slippageE8 + feesE8 + opportunityE8;
    }

    /** Of the worth of what was wanted. */
    public double shortfallBps() {
        return bps(shortfallE8(), wantedE8);
    }

    /** Spread and slippage of what was traded. */
    public double priceCostBps() {
        return bps(spreadE8 + slippageE8, tradedE8);
    }

    /** Share of the wanted that was traded, by worth. */
    public double filledShare() {
        return wantedE8 == 0 ? Double.NaN : tradedE8 / (double) wantedE8;
    }

    static double bps(long partE8, long ofE8) {
        return ofE8 == 0 ? Double.NaN : 1e4 * partE8 / ofE8;
    }
}
