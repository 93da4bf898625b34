package io.v11.engine.risk.breaker;

import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Side;

/**
 * Mean slippage of the last fills: how far each was from the reference price at its order's approval, to our cost, basis points.
 * Every fill counts the same. Summed anew at each fill, oldest first, so that the mean does not depend on what went before.
 */
final class SlippageMean {
    private static final double BPS = 10_000.0;

    private final double[] slippageBps;
    private final double limitBps;
    private int next;
    private int count;

    /** @param fills that are averaged over; 0: none are */
    SlippageMean(int fills, double limitBps) {
        slippageBps = new double[fills];
        this.limitBps = limitBps;
    }

    void onFill(Side side, long priceE8, long referenceTwiceE8) {
        if (slippageBps.length == 0 || referenceTwiceE8 <= 0) {
            return;
        }
        double away = (2 * priceE8 - referenceTwiceE8) / (double) referenceTwiceE8 * BPS;
        slippageBps[next] = side == Side.BUY ? away : -away;
        next = next + 1 == slippageBps.length ? 0 : next + 1;
        count = Math.min(count + 1, slippageBps.length);
    }

    boolean reached() {
        return slippageBps.length > 0 && count == slippageBps.length && meanBps() > limitBps;
    }

    void accept() {
        count = 0;
        next = 0;
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(hash, next), count);
        for (int i = 0; i < count; i++) {
            result = StateHash.add(result, slippageBps[i]);
        }
        return result;
    }

    private double meanBps() {
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
            sum += slippageBps[(next + i) % count];
        }
        return sum / count;
    }
}
