package io.v11.engine.venue;

import io.v11.engine.venue.bar.BarPath;
import io.v11.engine.venue.depth.VenueBook;
import io.v11.engine.venue.depth.VenueSide;
import io.v11.engine.venue.margin.Account;
import io.v11.journal.event.Side;
import io.v11.journal.event.VenueReason;

/**
 * Closes the account's perpetuals when its margin is used up: their orders are cancelled, then every position is closed
 * at what the book shows and, beyond it, at the mark price; in a bar at its bad extreme, whatever its volume. The fills
 * bear no client order id; their fee has the liquidation fee in it. What the wallet then lacks stays a debt, where Binance's
 * insurance fund would bear it; Binance would also begin with part of a large position. Both err to our cost.
 */
final class Liquidation {
    private final VenueBook[] books;
    private final BarMatcher bars;
    private final Account account;
    private final RestingOrders resting;
    private final Settlement settlement;
    private long liquidations;

    Liquidation(VenueBook[] books, BarMatcher bars, Account account, RestingOrders resting, Settlement settlement) {
        this.books = books;
        this.bars = bars;
        this.account = account;
        this.resting = resting;
        this.settlement = settlement;
    }

    /** Times that it came to this. */
    long count() {
        return liquidations;
    }

    /** To be asked after every change of a mark or of the wallet. */
    void check(long nowNs) {
        if (!account.exhausted()) {
            return;
        }
        liquidations++;
        for (int i = 0; i < books.length; i++) {
            if (account.perpetual(i)) {
                cancelAll(resting.first(i, Side.BUY), nowNs);
                cancelAll(resting.first(i, Side.SELL), nowNs);
                cancelAll(resting.firstWaiting(i), nowNs);
            }
        }
        for (int i = 0; i < books.length; i++) {
            if (account.perpetual(i) && account.positionE8(i) != 0) {
                close(i, nowNs);
            }
        }
    }

    private void cancelAll(RestingOrder first, long nowNs) {
        RestingOrder order = first;
        while (order != null) {
            order = settlement.cancel(order, VenueReason.LIQUIDATION, nowNs);
        }
    }

    private void close(int instrument, long nowNs) {
        Side side = account.positionE8(instrument) > 0 ? Side.SELL : Side.BUY;
        if (books[instrument].quoted() && books[instrument].valid()) {
            takeBook(instrument, side, nowNs);
        }
        long leftE8 = account.closableE8(instrument, side);
        BarPath path = bars.path(instrument);
        if (leftE8 > 0) {
            boolean inBar = path.active() && path.traded();
            settlement.force(instrument, side, inBar ? path.forcedPriceE8(side) : account.markE8(instrument), leftE8,
                    nowNs);
        }
    }

    private void takeBook(int instrument, Side side, long nowNs) {
        VenueSide from = books[instrument].side(side == Side.BUY ? Side.SELL : Side.BUY);
        for (int level = 0; level < from.levels(); level++) {
            long quantityE8 = Math.min(account.closableE8(instrument, side), from.quantityE8(level));
            if (quantityE8 > 0) {
                from.take(level, quantityE8);
                settlement.force(instrument, side, from.priceE8(level), quantityE8, nowNs);
            }
        }
    }
}
