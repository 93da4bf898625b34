package io.v11.engine.signal.strategy.sleeve;

import io.v11.engine.slot.StateHash;

/**
 * Breakout of a price channel (Donchian): long from a close at or above the highest high of the bars before, until a close
 * below the channel's middle; short the other way round. Highest and lowest by two queues of candidates, so that a bar costs
 * a constant on average. Allocates nothing after construction.
 */
final class Channel {
    private static final int QUIET_BARS = 24;

    private final int length;
    private final double[] highs;
    private final int[] highAt;
    private int highFirst;
    private int highCount;
    private final double[] lows;
    private final int[] lowAt;
    private int lowFirst;
    private int lowCount;
    private int bar = -1;
    private int state;

    Channel(int length) {
        this.length = length;
        highs = new double[length + 1];
        highAt = new int[length + 1];
        lows = new double[length + 1];
        lowAt = new int[length + 1];
    }

    /** -1, 0 or 1. */
    int state() {
        return state;
    }

    void onBar(double high, double low, double close) {
        bar++;
        if (bar >= QUIET_BARS) {
            breakOut(highs[highFirst], lows[lowFirst], close);
        }
        while (highCount > 0 && highs[place(highFirst + highCount - 1)] <= high) {
            highCount--;
        }
        highs[place(highFirst + highCount)] = high;
        highAt[place(highFirst + highCount++)] = bar;
        while (lowCount > 0 && lows[place(lowFirst + lowCount - 1)] >= low) {
            lowCount--;
        }
        lows[place(lowFirst + lowCount)] = low;
        lowAt[place(lowFirst + lowCount++)] = bar;
        if (highAt[highFirst] <= bar - length) {
            highFirst = place(highFirst + 1);
            highCount--;
        }
        if (lowAt[lowFirst] <= bar - length) {
            lowFirst = place(lowFirst + 1);
            lowCount--;
        }
    }

    private void breakOut(double highest, double lowest, double close) {
        double middle = 0.5 * (highest + lowest);
        if (close >= highest) {
            state = 1;
        } else if (close <= lowest) {
            state = -1;
        } else if (state > 0 && close < middle || state < 0 && close > middle) {
            state = 0;
        }
    }

    private int place(int index) {
        return index % (length + 1);
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(hash, bar), state);
        return StateHash.add(StateHash.add(result, highCount == 0 ? 0.0 : highs[highFirst]),
                lowCount == 0 ? 0.0 : lows[lowFirst]);
    }
}
