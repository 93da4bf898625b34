package io.v11.engine.market;

import io.v11.engine.book.BookSynchronizer;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * Best bid and ask of one instrument, taken from whichever of bestBidAsk and book knows the newer update id.
 * On Binance both count in the same ids; bestBidAsk comes at once, the book's deltas up to 100 ms later. Both sides are
 * always taken from one source, so that two ages never meet in one spread. E8; allocates nothing.
 */
final class TopOfBook {
    private static final long UNKNOWN = -1L;

    private long updateId = UNKNOWN;
    private boolean fromBook;
    private boolean valid;
    private long bidPriceE8;
    private long bidQuantityE8;
    private long askPriceE8;
    private long askQuantityE8;

    /** Takes a bestBidAsk; true when best bid or ask changed. */
    boolean onBestBidAsk(long id, long bid, long bidQuantity, long ask, long askQuantity) {
        if (id < updateId) {
            return false;
        }
        fromBook = false;
        return take(id, bid, bidQuantity, ask, askQuantity);
    }

    /** Takes the top of a book whose levels just changed; true when best bid or ask changed. */
    boolean onBook(BookSynchronizer book) {
        if (book.lastUpdateId() < updateId) {
            return false;
        }
        fromBook = true;
        // An empty side has price and quantity 0, which makes the top invalid.
        return take(book.lastUpdateId(), book.book().bids().bestPriceE8(), book.book().bids().bestQuantityE8(),
                book.book().asks().bestPriceE8(), book.book().asks().bestQuantityE8());
    }

    /** The book can no longer be trusted: neither can a top that came from it. */
    void onBookLost() {
        if (fromBook) {
            forget();
        }
    }

    /** Nothing is known until the next message, and its id may be any. */
    void forget() {
        updateId = UNKNOWN;
        fromBook = false;
        valid = false;
    }

    void copyTo(MarketView view) {
        view.topValid = valid;
        view.bidPriceE8 = bidPriceE8;
        view.bidQuantityE8 = bidQuantityE8;
        view.askPriceE8 = askPriceE8;
        view.askQuantityE8 = askQuantityE8;
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, updateId);
        hash = StateHash.add(hash, fromBook);
        hash = StateHash.add(hash, valid);
        hash = StateHash.add(hash, bidPriceE8);
        hash = StateHash.add(hash, bidQuantityE8);
        hash = StateHash.add(hash, askPriceE8);
        return StateHash.add(hash, askQuantityE8);
    }

    private boolean take(long id, long bid, long bidQuantity, long ask, long askQuantity) {
        boolean wasValid = valid;
        boolean same = bid == bidPriceE8 && bidQuantity == bidQuantityE8 && ask == askPriceE8
                && askQuantity == askQuantityE8;
        updateId = id;
        bidPriceE8 = bid;
        bidQuantityE8 = bidQuantity;
        askPriceE8 = ask;
        askQuantityE8 = askQuantity;
        valid = bid > 0 && bid < ask && bidQuantity > 0 && askQuantity > 0;
        return valid && !(wasValid && same);
    }
}
