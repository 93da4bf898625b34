package io.v11.engine.venue;

import io.v11.engine.venue.depth.VenueBook;
import io.v11.engine.venue.depth.VenueSide;
import io.v11.engine.venue.queue.QueueModel;
import io.v11.engine.venue.queue.QueuePosition;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;

/**
 * Trades orders where the recording shows a book.
 *
 * <ul>
 *   <li>An order that crosses takes displayed levels, best first, each at its own price; what it took is gone for later
 *       orders of ours until the level changes. FOK takes all or nothing; a market order stops at the farthest price
 *       allowed; a triggered stop does not.</li>
 *   <li>A resting order trades at its own price: a recorded trade beyond the price fills it up to the trade's quantity; a
 *       trade at the price, with the taker on the other side, first serves what stands before it, as the queue model
 *       reckons.</li>
 *   <li>A stop is triggered by the recorded trade that reaches its price, and takes at once or, while the book is out of
 *       sequence, from the first that is not.</li>
 * </ul>
 *
 * Our orders do not move the recorded market and do not trade with one another. Confined to the ingest thread; allocates
 * nothing after construction.
 */
final class BookMatcher {
    private final VenueBook[] books;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final QueueModel queue;

    BookMatcher(VenueBook[] books, RestingOrders resting, Settlement settlement, QueueModel queue) {
        this.books = books;
        this.resting = resting;
        this.settlement = settlement;
        this.queue = queue;
    }

    /** An order that was let in and is in no list yet. */
    void onNew(RestingOrder order, long nowNs) {
        if (order.stop()) {
            resting.await(order);
            return;
        }
        boolean limit = order.type == OrderType.LIMIT;
        if (limit && order.timeInForce == TimeInForce.FOK && !available(order)) {
            settlement.cancel(order, VenueReason.FOK_UNFILLED, nowNs);
            return;
        }
        if (!limit || order.timeInForce != TimeInForce.POST_ONLY) {
            take(order, nowNs);
        }
        if (!settlement.ended(order, nowNs)) {
            order.queue.join(books[order.instrument].side(order.side).queueAheadE8(order.priceE8));
            resting.rest(order);
        }
    }

    /** A recorded trade: whom of our resting orders it fills, and which stops it triggers. */
    void onTrade(int instrument, long priceE8, long quantityE8, Side aggressor, long nowNs) {
        fillResting(instrument, Side.BUY, priceE8, quantityE8, aggressor == Side.SELL, nowNs);
        fillResting(instrument, Side.SELL, priceE8, quantityE8, aggressor == Side.BUY, nowNs);
        RestingOrder order = resting.firstWaiting(instrument);
        while (order != null) {
            RestingOrder after = order.next;
            boolean reached = order.side == Side.BUY ? priceE8 >= order.stopPriceE8 : priceE8 <= order.stopPriceE8;
            if (order.stop() && !order.triggered && reached) {
                order.triggered = true;
                resume(order, nowNs);
            }
            order = after;
        }
    }

    /** The book or the quotes changed. */
    void onChange(int instrument, long nowNs) {
        RestingOrder order = resting.firstWaiting(instrument);
        while (order != null) {
            RestingOrder after = order.next;
            if (order.triggered || order.waiting) {
                resume(order, nowNs);
            }
            order = after;
        }
        boolean orders = resting.first(instrument, Side.BUY) != null || resting.first(instrument, Side.SELL) != null;
        if (orders && queue.looksAtLevels() && books[instrument].valid()) {
            look(resting.first(instrument, Side.BUY), books[instrument].side(Side.BUY));
            look(resting.first(instrument, Side.SELL), books[instrument].side(Side.SELL));
        }
    }

    private void look(RestingOrder first, VenueSide side) {
        for (RestingOrder order = first; order != null; order = order.next) {
            long displayedE8 = side.queueAheadE8(order.priceE8);
            if (displayedE8 != QueuePosition.UNKNOWN) {
                queue.onDisplayed(order.queue, displayedE8);
            }
        }
    }

    /** A triggered stop, or an order that came before there was a book. */
    private void resume(RestingOrder order, long nowNs) {
        if (!books[order.instrument].valid()) {
            return;
        }
        order.waiting = false;
        take(order, nowNs);
        if (!settlement.ended(order, nowNs)) {
            order.queue.join(books[order.instrument].side(order.side).queueAheadE8(order.priceE8));
            resting.rest(order);
        }
    }

    private boolean available(RestingOrder order) {
        VenueSide from = books[order.instrument].side(opposite(order.side));
        long foundE8 = 0;
        for (int level = 0; level < from.levels() && foundE8 < order.leavesE8
                && order.accepts(from.priceE8(level)); level++) {
            foundE8 += Math.max(0L, from.quantityE8(level));
        }
        return Math.min(foundE8, settlement.allowedE8(order)) >= order.leavesE8;
    }

    /** Takes what the limit allows. */
    private void take(RestingOrder order, long nowNs) {
        VenueSide from = books[order.instrument].side(opposite(order.side));
        long wantedE8 = settlement.allowedE8(order);
        for (int level = 0; level < from.levels() && wantedE8 > 0 && order.accepts(from.priceE8(level)); level++) {
            long quantityE8 = Math.min(wantedE8, from.quantityE8(level));
            if (quantityE8 > 0) {
                wantedE8 -= quantityE8;
                from.take(level, quantityE8);
                settlement.fill(order, Liquidity.TAKER, from.priceE8(level), quantityE8, nowNs);
            }
        }
    }

    private void fillResting(int instrument, Side side, long priceE8, long quantityE8, boolean hitsSide, long nowNs) {
        boolean buy = side == Side.BUY;
        long leftE8 = quantityE8;
        RestingOrder order = resting.first(instrument, side);
        while (order != null && leftE8 > 0) {
            boolean through = buy ? priceE8 < order.priceE8 : priceE8 > order.priceE8;
            if (!through && (priceE8 != order.priceE8 || !hitsSide)) {
                return;
            }
            long reachesE8 = through ? leftE8 : order.queue.serve(quantityE8, leftE8);
            long filledE8 = Math.min(settlement.allowedE8(order), reachesE8);
            leftE8 -= filledE8;
            order = fill(order, filledE8, reachesE8 > 0, nowNs);
        }
    }

    /** Fills an order and gives the next; one that only reduces and finds nothing to reduce ends here. */
    private RestingOrder fill(RestingOrder order, long quantityE8, boolean reached, long nowNs) {
        if (quantityE8 > 0) {
            settlement.fill(order, Liquidity.MAKER, order.priceE8, quantityE8, nowNs);
        }
        if (order.leavesE8 == 0) {
            return resting.remove(order);
        }
        return reached && settlement.allowedE8(order) == 0
                ? settlement.cancel(order, VenueReason.INSUFFICIENT_BALANCE, nowNs)
                : order.next;
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }
}
