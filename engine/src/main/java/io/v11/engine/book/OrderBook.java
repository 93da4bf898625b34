package io.v11.engine.book;

import io.v11.config.Limits;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Side;

/**
 * A level-2 order book: what the venue says rests at each price.
 * It stores what it is told and judges nothing; whether the content can be trusted is {@link BookSynchronizer}'s
 * business. Prices and quantities in E8. Confined to one thread; allocates nothing after construction.
 */
public final class OrderBook {
    private final BookSide bids;
    private final BookSide asks;

    public OrderBook() {
        this(Limits.BOOK_DEPTH);
    }

    /** @param depth levels kept on each side */
    public OrderBook(int depth) {
        if (depth < 1 || depth > Limits.BOOK_DEPTH) {
            throw new IllegalArgumentException(
                    "book depth must lie between 1 and Limits.BOOK_DEPTH=" + Limits.BOOK_DEPTH + ": depth=" + depth);
        }
        bids = BookSide.bids(depth);
        asks = BookSide.asks(depth);
    }

    public BookSide bids() {
        return bids;
    }

    public BookSide asks() {
        return asks;
    }

    /** The bids for {@link Side#BUY}, the asks for {@link Side#SELL}. */
    public BookSide side(Side side) {
        return switch (side) {
            case BUY -> bids;
            case SELL -> asks;
            default -> throw new IllegalArgumentException("a book has the sides BUY and SELL: side=" + side);
        };
    }

    /** Sets the quantity at a price, 0 removes the level; true when the book changed. */
    public boolean set(Side side, long priceE8, long quantityE8) {
        return side(side).set(priceE8, quantityE8);
    }

    /** Both sides have a level. */
    public boolean hasBothSides() {
        return !bids.isEmpty() && !asks.isEmpty();
    }

    /** Best bid at or above best ask: some update was lost or garbled. */
    public boolean crossed() {
        return hasBothSides() && bids.bestPriceE8() >= asks.bestPriceE8();
    }

    public void clear() {
        bids.clear();
        asks.clear();
    }

    /** Digest of all levels in constant time. */
    public long stateHash() {
        return StateHash.add(StateHash.add(StateHash.start(), bids.contentHash()), asks.contentHash());
    }
}
