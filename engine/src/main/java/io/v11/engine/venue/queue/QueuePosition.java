package io.v11.engine.venue.queue;

/** One resting order's place at its price. Pooled with the order. Quantities in E8. */
public final class QueuePosition {
    /** A level that the recording does not show: an order there fills only when traded through. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    /** What stands before the order and must trade or go first. */
    long aheadE8;
    /** What the level displayed when last looked at. */
    long displayedE8;
    /** Traded at the level since then: the display will say so too. */
    long tradedE8;

    /** The order joins a level that displays this much, behind all of it. */
    public void join(long displayed) {
        aheadE8 = displayed;
        displayedE8 = displayed;
        tradedE8 = 0L;
    }

    public long aheadE8() {
        return aheadE8;
    }

    /**
     * A trade at the order's price.
     *
     * @param quantityE8 of the trade
     * @param leftE8     of it after our orders with a better place
     * @return what comes to the order
     */
    public long serve(long quantityE8, long leftE8) {
        long served = Math.min(aheadE8, leftE8);
        if (aheadE8 != UNKNOWN) {
            aheadE8 -= served;
        }
        tradedE8 += quantityE8;
        return leftE8 - served;
    }
}
