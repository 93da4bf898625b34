package io.v11.training.performance;

import java.util.List;
import java.util.Locale;

/** Where the money went: {@code gross - fees - spread - slippage - funding = net}, each a sum over round trips. */
public record CostSplit(double gross, double fees, double spread, double slippage, double funding, double net) {
    static CostSplit of(List<RoundTrip> trips) {
        double gross = 0.0;
        double fees = 0.0;
        double spread = 0.0;
        double slippage = 0.0;
        double funding = 0.0;
        double net = 0.0;
        for (RoundTrip trip : trips) {
            gross += trip.grossPnl();
            fees += trip.fees();
            spread += trip.spreadCost();
            slippage += trip.slippageCost();
            funding += trip.funding();
            net += trip.pnl();
        }
        return new CostSplit(gross, fees, spread, slippage, funding, net);
    }

    /** In a line. */
    public String text() {
        return String.format(Locale.ROOT,
                "gross %.2f - fees %.2f - spread %.2f - slippage %.2f - funding %.2f = net %.2f",
                gross, fees, spread, slippage, funding, net);
    }
}
