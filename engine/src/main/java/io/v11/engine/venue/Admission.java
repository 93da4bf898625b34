package io.v11.engine.venue;

import io.v11.config.FixedPoint;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.engine.slot.RecentIds;
import io.v11.engine.venue.depth.VenueBook;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;

/**
 * Which new orders the venue takes: the first rule that is broken is the answer.
 *
 * <pre>
 *   1. client order id is new            4. post-only does not take, a stop is not reached yet
 *   2. side, type, tick, lot, notional   5. balance and margin
 *   3. there is a market to trade in
 * </pre>
 *
 * A stop may come while the book is out of sequence; a limit or market order may not. Orders that only reduce need no least
 * notional (Binance: MIN_NOTIONAL does not hold for them). Confined to the ingest thread; allocates nothing after construction.
 */
final class Admission {
    private final Instruments instruments;
    private final VenueBook[] books;
    private final BarMatcher bars;
    private final BalanceCheck balance;
    private final long[] lastTradesE8;
    private final RecentIds accepted = new RecentIds(Limits.RECENT_IDS);

    Admission(Instruments instruments, VenueBook[] books, BarMatcher bars, BalanceCheck balance) {
        this.instruments = instruments;
        this.books = books;
        this.bars = bars;
        this.balance = balance;
        this.lastTradesE8 = new long[books.length];
    }

    /** A recorded trade: what stops are judged by. */
    void onTrade(int instrument, long priceE8) {
        lastTradesE8[instrument] = priceE8;
    }

    void accepted(Arrival order) {
        accepted.add(order.clientOrderId, 0L);
    }

    /** @param replaced a working order that would go for this one, or null */
    VenueReason refusal(Arrival order, RestingOrder replaced, long nowNs) {
        if (accepted.contains(order.clientOrderId, 0L)) {
            return VenueReason.DUPLICATE_CLIENT_ORDER_ID;
        }
        if (order.instrument < 0 || order.instrument >= books.length || !passesFilters(order)) {
            return VenueReason.FILTER;
        }
        VenueBook book = books[order.instrument];
        VenueReason reason;
        if (book.quoted()) {
            reason = order.stop() ? stopInBook(order, book) : inBook(order, book);
        } else {
            reason = bars.refusal(order, nowNs);
        }
        if (reason != VenueReason.NONE) {
            return reason;
        }
        return balance.covers(order, replaced) ? VenueReason.NONE : VenueReason.INSUFFICIENT_BALANCE;
    }

    private VenueReason inBook(Arrival order, VenueBook book) {
        if (!book.valid()) {
            return VenueReason.NO_BOOK;
        }
        if (order.type != OrderType.LIMIT || order.timeInForce != TimeInForce.POST_ONLY) {
            return VenueReason.NONE;
        }
        boolean buy = order.side == Side.BUY;
        long bestE8 = book.side(buy ? Side.SELL : Side.BUY).priceE8(0);
        return buy ? takes(bestE8 <= order.priceE8) : takes(bestE8 >= order.priceE8);
    }

    private static VenueReason takes(boolean crosses) {
        return crosses ? VenueReason.WOULD_TAKE : VenueReason.NONE;
    }

    /** By the last trade or, before the first, by the price that it would take at. */
    private VenueReason stopInBook(Arrival order, VenueBook book) {
        boolean buy = order.side == Side.BUY;
        long priceE8 = lastTradesE8[order.instrument];
        if (priceE8 == 0) {
            if (!book.valid()) {
                return VenueReason.NO_BOOK;
            }
            priceE8 = book.side(buy ? Side.SELL : Side.BUY).priceE8(0);
        }
        boolean reached = buy ? priceE8 >= order.stopPriceE8 : priceE8 <= order.stopPriceE8;
        return reached ? VenueReason.WOULD_TRIGGER : VenueReason.NONE;
    }

    private boolean passesFilters(Arrival order) {
        Instrument instrument = instruments.get(order.instrument);
        long priceE8 = order.reckonedPriceE8();
        boolean known = order.type == OrderType.LIMIT && order.timeInForce != TimeInForce.NONE
                || order.type == OrderType.MARKET || order.type == OrderType.STOP;
        // The farthest price of a market order is risk's and need not lie on the grid.
        boolean onGrid = order.type == OrderType.MARKET || priceE8 % instrument.tickSize().e8() == 0;
        // What only reduces needs no margin, so it may go at any price.
        boolean priced = priceE8 > 0 || priceE8 == 0 && order.type == OrderType.MARKET && order.reduceOnly;
        return known && (order.side == Side.BUY || order.side == Side.SELL) && priced && order.quantityE8 > 0
                && onGrid && order.quantityE8 % instrument.lotSize().e8() == 0
                // A notional that does not even fit a long is refused like one that is too small.
                && Math.multiplyHigh(priceE8, order.quantityE8) < FixedPoint.ONE / 2
                && (order.reduceOnly || FixedPoint.multiply(priceE8, order.quantityE8) >= instrument.minimumNotional()
                        .e8());
    }
}
