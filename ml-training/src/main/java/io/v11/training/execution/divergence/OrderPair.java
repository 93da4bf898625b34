package io.v11.training.execution.divergence;

import io.v11.training.execution.order.SentOrder;

/**
 * The same decision in two runs, or a decision of one that the other did not take.
 *
 * @param live null when only the simulation sent it
 * @param sim  null when only the live run sent it
 */
public record OrderPair(SentOrder live, SentOrder sim) {
    /** Both sent it. */
    public boolean matched() {
        return live != null && sim != null;
    }

    /** Both filled some of it. */
    public boolean bothFilled() {
        return matched() && live.filledE8() > 0 && sim.filledE8() > 0;
    }

    /** Filled live and not in the simulation. */
    public boolean missing() {
        return filled(live) && !filled(sim);
    }

    /** Filled in the simulation and not live. */
    public boolean extra() {
        return filled(sim) && !filled(live);
    }

    /** How much worse the simulation's mean price was, of the live one; NaN unless both filled. Positive: dearer to buy. */
    public double priceDifferenceBps() {
        if (!bothFilled()) {
            return Double.NaN;
        }
        double livePrice = live.notionalE8() / (double) live.filledE8();
        double simPrice = sim.notionalE8() / (double) sim.filledE8();
        return 1e4 * live.sign() * (simPrice - livePrice) / livePrice;
    }

    /** How much later the simulation's first fill came after its decision; NaN unless both filled. */
    public double delayDifferenceMs() {
        return bothFilled() ? delayMs(sim) - delayMs(live) : Double.NaN;
    }

    static double delayMs(SentOrder order) {
        return (order.firstFillNs() - order.cause().timeNs()) / 1e6;
    }

    private static boolean filled(SentOrder order) {
        return order != null && order.filledE8() > 0;
    }
}
