package io.v11.engine.venue.depth;

import io.v11.engine.book.BookSide;
import io.v11.engine.venue.queue.QueuePosition;

/**
 * One side of {@link VenueBook}: levels best first, each with what is left for us. Prices and quantities in E8.
 * Allocates nothing after construction.
 */
public final class VenueSide {
    private final BookSide depth;
    private final boolean bids;
    private final ConsumedLevels taken = new ConsumedLevels();
    private long topPriceE8;
    private long topQuantityE8;
    /** Level 0 is the best bid or ask as reported by itself. */
    private boolean topFirst;
    /** First level of the book that counts. */
    private int firstOfDepth;
    private int levels;

    VenueSide(BookSide depth, boolean bids) {
        this.depth = depth;
        this.bids = bids;
    }

    void top(long priceE8, long quantityE8) {
        topPriceE8 = priceE8;
        topQuantityE8 = quantityE8;
    }

    /** Decides what the levels are made of, after frames came in. */
    void putTogether(boolean withDepth, boolean withTop) {
        topFirst = withTop;
        firstOfDepth = withDepth ? 0 : depth.size();
        while (withTop && firstOfDepth < depth.size() && !worse(depth.priceE8(firstOfDepth), topPriceE8)) {
            firstOfDepth++;
        }
        levels = depth.size() - firstOfDepth + (withTop ? 1 : 0);
    }

    public int levels() {
        return levels;
    }

    public long priceE8(int level) {
        return topFirst && level == 0 ? topPriceE8 : depth.priceE8(ofDepth(level));
    }

    /** What a level still has for us. */
    public long quantityE8(int level) {
        return taken.leftE8(priceE8(level), displayedE8(level));
    }

    /** Our order took this much from a level. */
    public void take(int level, long quantityE8) {
        taken.take(priceE8(level), displayedE8(level), quantityE8);
    }

    /** Quantity that stands before an order that joins a price now; cautious where the recording does not show it. */
    public long queueAheadE8(long priceE8) {
        if (worse(priceE8, priceE8(levels - 1))) {
            return QueuePosition.UNKNOWN;
        }
        if (topFirst && !worse(priceE8, topPriceE8)) {
            return priceE8 == topPriceE8 ? topQuantityE8 : 0L;
        }
        return depth.quantityAtE8(priceE8);
    }

    void forgetTaken() {
        taken.clear();
    }

    private long displayedE8(int level) {
        return topFirst && level == 0 ? topQuantityE8 : depth.quantityE8(ofDepth(level));
    }

    private int ofDepth(int level) {
        return firstOfDepth + level - (topFirst ? 1 : 0);
    }

    private boolean worse(long priceE8, long thanE8) {
        return bids ? priceE8 < thanE8 : priceE8 > thanE8;
    }
}
