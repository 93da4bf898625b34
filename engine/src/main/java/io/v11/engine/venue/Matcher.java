package io.v11.engine.venue;

import io.v11.config.Instruments;
import io.v11.config.VenueSettings;
import io.v11.engine.venue.depth.VenueBook;
import io.v11.engine.venue.margin.Account;
import io.v11.engine.venue.queue.QueueModel;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.VenueReason;

/**
 * What the simulated venue does with orders, by what it is told of them and of the market.
 *
 * <pre>
 *   arrival --> Admission --> BookMatcher | BarMatcher --> Settlement --> account, reports
 *                                 ^             ^               ^
 *                           trades, books      bars        Liquidation
 * </pre>
 *
 * REPLACE is both or neither: the old order goes when the new one is let in. CANCEL_ALL takes resting stops too, but for those that
 * only reduce when it is asked to spare them. Confined to the ingest thread; allocates nothing after construction.
 */
final class Matcher {
    private final VenueBook[] books;
    private final ReportQueue reports;
    private final Account account;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final BookMatcher book;
    private final BarMatcher bars;
    private final Admission admission;
    private final Liquidation liquidation;
    private long orders;

    Matcher(Instruments instruments, VenueSettings settings, VenueBook[] books, ReportQueue reports, Account account) {
        this.books = books;
        this.reports = reports;
        this.account = account;
        this.resting = new RestingOrders(instruments.count());
        this.settlement = new Settlement(instruments, settings, account, reports, resting);
        this.book = new BookMatcher(books, resting, settlement, QueueModel.of(settings.queue()));
        this.bars = new BarMatcher(instruments, settings.bar(), resting, settlement, account);
        this.admission = new Admission(instruments, books, bars,
                new BalanceCheck(account, resting, settlement, settings.spotShort()));
        this.liquidation = new Liquidation(books, bars, account, resting, settlement);
    }

    /** Orders accepted. */
    long orders() {
        return orders;
    }

    /** Fills reported. */
    long trades() {
        return settlement.trades();
    }

    long liquidations() {
        return liquidation.count();
    }

    int restingOrders() {
        return resting.count();
    }

    void onArrival(Arrival arrival, long nowNs) {
        switch (arrival.kind) {
            case NEW -> onNew(arrival, null, nowNs);
            case REPLACE -> onReplace(arrival, nowNs);
            case CANCEL -> onCancel(arrival, nowNs);
            case CANCEL_ALL -> onCancelAll(arrival, nowNs);
            default -> throw new IllegalStateException("the venue cannot be told " + arrival.kind);
        }
    }

    /** A recorded trade. */
    void onTrade(int instrument, long priceE8, long quantityE8, Side aggressor, long nowNs) {
        admission.onTrade(instrument, priceE8);
        if (books[instrument].quoted()) { // else it is in a bar too, and would fill twice
            book.onTrade(instrument, priceE8, quantityE8, aggressor, nowNs);
        }
        account.onPrice(instrument, priceE8);
        liquidation.check(nowNs);
    }

    /** The instrument's book or quotes changed. */
    void onChange(int instrument, long nowNs) {
        bars.forget(instrument);
        book.onChange(instrument, nowNs);
    }

    void onMarkPrice(int instrument, long priceE8, long nowNs) {
        account.onMarkPrice(instrument, priceE8);
        liquidation.check(nowNs);
    }

    /** Money left the wallet. */
    void onPayment(long nowNs) {
        liquidation.check(nowNs);
    }

    /** A bar whose time is about to pass. */
    void show(int instrument, KlineDecoder bar) {
        if (!books[instrument].quoted()) {
            bars.show(instrument, bar);
        }
    }

    /** The time of a bar has passed. */
    void end(int instrument, KlineDecoder bar, long nowNs) {
        bars.end(instrument, bar);
        if (!books[instrument].quoted()) {
            account.onPrice(instrument, bar.closeE8());
            liquidation.check(nowNs);
        }
    }

    /** When something next happens inside the bars that were shown. */
    long nextInBarsNs() {
        return bars.nextNs();
    }

    /** Lets happen what {@link #nextInBarsNs} found. */
    void onNextInBars(long nowNs) {
        bars.onNext(nowNs);
        liquidation.check(nowNs);
    }

    private void onNew(Arrival order, RestingOrder replaced, long nowNs) {
        VenueReason refusal = admission.refusal(order, replaced, nowNs);
        if (refusal != VenueReason.NONE) {
            reports.rejected(nowNs, order, refusal);
            return;
        }
        if (replaced != null) {
            settlement.cancel(replaced, VenueReason.REPLACED, nowNs);
        }
        admission.accepted(order);
        reports.ack(nowNs, order, ++orders);
        RestingOrder taken = resting.take(order, nowNs);
        if (books[order.instrument].quoted()) {
            book.onNew(taken, nowNs);
        } else {
            bars.onNew(taken, nowNs);
        }
    }

    private void onReplace(Arrival order, long nowNs) {
        RestingOrder replaced = resting.find(order.replacedClientOrderId);
        if (replaced == null || replaced.instrument != order.instrument) {
            reports.rejected(nowNs, order, VenueReason.UNKNOWN_ORDER);
        } else {
            onNew(order, replaced, nowNs);
        }
    }

    private void onCancel(Arrival cancel, long nowNs) {
        RestingOrder order = resting.find(cancel.clientOrderId);
        if (order == null) {
            reports.rejected(nowNs, cancel, VenueReason.UNKNOWN_ORDER);
        } else {
            settlement.cancel(order, VenueReason.REQUESTED, nowNs);
        }
    }

    private void onCancelAll(Arrival cancel, long nowNs) {
        for (int i = 0; i < books.length; i++) {
            if (cancel.instrument < 0 || cancel.instrument == i) {
                cancelAll(resting.first(i, Side.BUY), cancel.reduceOnly, nowNs);
                cancelAll(resting.first(i, Side.SELL), cancel.reduceOnly, nowNs);
                cancelAll(resting.firstWaiting(i), cancel.reduceOnly, nowNs);
            }
        }
    }

    private void cancelAll(RestingOrder first, boolean sparesProtection, long nowNs) {
        RestingOrder order = first;
        while (order != null) {
            boolean spared = sparesProtection && order.stop() && order.reduceOnly;
            order = spared ? order.next : settlement.cancel(order, VenueReason.REQUESTED, nowNs);
        }
    }
}
