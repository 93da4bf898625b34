package io.v11.engine.venue.depth;

/**
 * What our own orders have taken from displayed levels of one side. A recording does not know of our orders, so a level
 * would show again what was just taken from it; until its displayed quantity changes, the taken part counts as gone. A
 * level that refreshes to the very same quantity stays reduced, which errs to our cost.
 *
 * <p>At most {@link #LEVELS} levels; the oldest is forgotten. Quantities in E8. Allocates nothing after construction.
 */
final class ConsumedLevels {
    /** Levels remembered; walked on every look, so kept few. */
    static final int LEVELS = 64;

    private final long[] pricesE8 = new long[LEVELS];
    private final long[] displayedE8 = new long[LEVELS];
    private final long[] takenE8 = new long[LEVELS];
    private int count;
    private int next;

    /** What is left of a level that displays this quantity. */
    long leftE8(long priceE8, long displayed) {
        int index = find(priceE8);
        if (index < 0 || displayedE8[index] != displayed) {
            return displayed;
        }
        return displayed - takenE8[index];
    }

    void take(long priceE8, long displayed, long quantityE8) {
        int index = find(priceE8);
        if (index >= 0 && displayedE8[index] == displayed) {
            takenE8[index] += quantityE8;
            return;
        }
        if (index < 0) {
            index = next;
            next = next + 1 == LEVELS ? 0 : next + 1;
            count = Math.max(count, index + 1);
        }
        pricesE8[index] = priceE8;
        displayedE8[index] = displayed;
        takenE8[index] = quantityE8;
    }

    void clear() {
        count = 0;
        next = 0;
    }

    private int find(long priceE8) {
        for (int i = 0; i < count; i++) {
            if (pricesE8[i] == priceE8) {
                return i;
            }
        }
        return -1;
    }
}
