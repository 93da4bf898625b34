package io.v11.config;

/**
 * @param collarBps              farthest a limit price may lie on the aggressive side of the mid, basis points
 * @param maximumOrderNotional   one order, quote units
 * @param maximumGrossNotional   all positions and working orders together, quote units
 * @param ordersPerSecond        new orders in any one second of event time, all instruments
 * @param maximumOpenOrders      working at one time
 * @param staleReferenceMs       oldest best bid/ask an order may be priced on
 * @param maximumDrawdownFraction from the peak of equity; beyond it: HALTED until a person resumes
 * @param startingCapital        quote units
 */
public record RiskLimits(double collarBps, Decimal maximumOrderNotional, Decimal maximumGrossNotional,
        int ordersPerSecond, int maximumOpenOrders, long staleReferenceMs, double maximumDrawdownFraction,
        Decimal startingCapital) {

    void conclude(SettingsCheck check) {
        check.require(collarBps > 0, "risk.collarBps", "above 0", collarBps);
        check.require(maximumOrderNotional.e8() <= maximumGrossNotional.e8(), "risk.maximumOrderNotional",
                "at most risk.maximumGrossNotional=" + maximumGrossNotional, maximumOrderNotional);
        check.require(ordersPerSecond > 0, "risk.ordersPerSecond", "above 0", ordersPerSecond);
        check.require(maximumOpenOrders > 0 && maximumOpenOrders <= Limits.OPEN_ORDERS, "risk.maximumOpenOrders",
                "1 to " + Limits.OPEN_ORDERS, maximumOpenOrders);
        check.require(staleReferenceMs > 0, "risk.staleReferenceMs", "above 0", staleReferenceMs);
        check.require(maximumDrawdownFraction > 0 && maximumDrawdownFraction <= 0.08, "risk.maximumDrawdownFraction",
                "above 0 and at most 0.08", maximumDrawdownFraction);
        check.require(startingCapital.e8() > 0, "risk.startingCapital", "above 0", startingCapital);
    }
}
