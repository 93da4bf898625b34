package io.v11.engine.risk;

import io.v11.config.RiskLimits;
import io.v11.engine.slot.StateHash;

/**
 * Compares the fall of equity from its peak with the limit. Keeps a peak of its own, because a person who resumes after
 * a halt accepts the loss so far: from then on the fall counts from the equity of that moment. The account's peak and
 * drawdown in the report stay as they are.
 */
final class DrawdownGuard {
    private final double maximumFraction;
    private long peakE8;

    DrawdownGuard(RiskLimits limits) {
        maximumFraction = limits.maximumDrawdownFraction();
        peakE8 = limits.startingCapital().e8();
    }

    boolean breached(long equityE8) {
        peakE8 = Math.max(peakE8, equityE8);
        return equityE8 <= 0 || (peakE8 - equityE8) / (double) peakE8 >= maximumFraction;
    }

    void accept(long equityE8) {
        peakE8 = equityE8;
    }

    long addTo(long hash) {
        return StateHash.add(hash, peakE8);
    }
}
