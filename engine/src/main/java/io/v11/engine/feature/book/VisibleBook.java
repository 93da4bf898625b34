package io.v11.engine.feature.book;

import io.v11.engine.slot.StateHash;

/**
 * The first levels of one side as they were at an earlier event, and what was added to and taken from them since. Two
 * states are compared price by price as far as both reach, so that levels which only came into sight or left it do not
 * count. Confined to the feature thread; allocates nothing after construction.
 */
final class VisibleBook {
    private final long[] prices;
    private final long[] quantities;
    /** 1 for bids, whose better prices are higher; -1 for asks. */
    private final long direction;
    private int levels;
    private double added;
    private double removed;

    VisibleBook(int depth, boolean bids) {
        prices = new long[depth];
        quantities = new long[depth];
        direction = bids ? 1L : -1L;
    }

    /** Nothing to compare with. */
    void forget() {
        levels = 0;
    }

    int levels() {
        return levels;
    }

    /** Compares with the levels of now, and keeps those. */
    void advance(long[] pricesE8, long[] quantitiesE8, int count) {
        int now = Math.min(count, prices.length);
        compare(pricesE8, quantitiesE8, now);
        System.arraycopy(pricesE8, 0, prices, 0, now);
        System.arraycopy(quantitiesE8, 0, quantities, 0, now);
        levels = now;
    }

    private void compare(long[] pricesE8, long[] quantitiesE8, int count) {
        added = 0.0;
        removed = 0.0;
        int before = 0;
        int now = 0;
        while (before < levels && now < count) {
            long better = direction * (pricesE8[now] - prices[before]);
            if (better > 0) {
                added += quantitiesE8[now++];
            } else if (better < 0) {
                removed += quantities[before++];
            } else {
                long change = quantitiesE8[now++] - quantities[before++];
                added += Math.max(change, 0L);
                removed += Math.max(-change, 0L);
            }
        }
    }

    /** Quantity that came in between the last two states. */
    double added() {
        return added;
    }

    /** Quantity that left between the last two states. */
    double removed() {
        return removed;
    }

    /** Quantity of all levels kept. */
    double quantity() {
        double sum = 0.0;
        for (int i = 0; i < levels; i++) {
            sum += quantities[i];
        }
        return sum;
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, levels);
        for (int i = 0; i < levels; i++) {
            hash = StateHash.add(StateHash.add(hash, prices[i]), quantities[i]);
        }
        return hash;
    }
}
