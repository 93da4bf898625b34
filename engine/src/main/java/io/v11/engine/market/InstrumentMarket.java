package io.v11.engine.market;

import org.agrona.DirectBuffer;

import io.v11.config.Instrument;
import io.v11.config.Limits;
import io.v11.engine.book.BookOutcome;
import io.v11.engine.book.BookSynchronizer;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeDecoder;

/**
 * What is known of one instrument's market: its book, its top, its bars.
 * Confined to the market stage's thread; allocates nothing after construction.
 */
final class InstrumentMarket {
    private final BookSynchronizer book;
    private final TopOfBook top = new TopOfBook();
    private final BarSeries bars = new BarSeries();
    /** Close of the last bar that the venue gave; 0 before the first. */
    private long lastCloseE8;
    /** The feed has a book or quotes: bars are no price then. */
    private boolean quoted;

    InstrumentMarket(Instrument.Market market) {
        book = new BookSynchronizer(market);
    }

    BookSynchronizer book() {
        return book;
    }

    void onDelta(DirectBuffer frame, int length, MarketView view) {
        onBookOutcome(book.onDelta(frame, 0, length), view);
    }

    void onSnapshot(DirectBuffer frame, MarketView view) {
        onBookOutcome(book.onSnapshot(frame, 0), view);
    }

    void onBestBidAsk(BestBidAskDecoder message, MarketView view) {
        view.topChanged = top.onBestBidAsk(message.updateId(), message.bidPriceE8(), message.bidQuantityE8(),
                message.askPriceE8(), message.askQuantityE8());
    }

    void onTrade(TradeDecoder message, long timeNs, MarketView view) {
        view.trade = true;
        view.tradePriceE8 = message.priceE8();
        view.tradeQuantityE8 = message.quantityE8();
        view.tradeBuy = message.aggressor() == Side.BUY;
        closeBars(timeNs, view);
        bars.onTrade(timeNs, view);
    }

    void onKline(KlineDecoder message, MarketView view) {
        lastCloseE8 = message.closeE8();
        bars.onKline(message, view);
    }

    void onDisconnect() {
        book.onDisconnect();
        top.forget();
    }

    /** Closes the bars that ended; once per event is enough, a second call finds nothing. */
    void closeBars(long timeNs, MarketView view) {
        bars.close(timeNs, view);
    }

    void copyTo(MarketView view) {
        view.synced = book.synced();
        top.copyTo(view);
        quoted |= view.topValid;
        view.barPriceE8 = quoted ? 0L : lastCloseE8;
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, book.stateHash());
        hash = top.stateHash(hash);
        return StateHash.add(StateHash.add(bars.stateHash(hash), lastCloseE8), quoted);
    }

    private void onBookOutcome(BookOutcome outcome, MarketView view) {
        if (outcome.changedLevels()) {
            view.levelsChanged = true;
            view.bidLevels = book.book().bids().copyBest(view.bidPricesE8, view.bidQuantitiesE8, Limits.VIEW_DEPTH);
            view.askLevels = book.book().asks().copyBest(view.askPricesE8, view.askQuantitiesE8, Limits.VIEW_DEPTH);
            view.topChanged = top.onBook(book);
        } else if (!book.synced()) {
            top.onBookLost();
        }
    }
}
