package io.v11.engine.venue;

import io.v11.config.FixedPoint;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.engine.slot.RecentIds;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;

/**
 * The rules of the simulated venue.
 *
 * <ul>
 *   <li>An order that crosses takes displayed levels, best first, each at its own price; what it took is gone for later
 *       orders of ours until the level changes. The rest of an IOC is cancelled, the rest of a GTC order rests.</li>
 *   <li>POST_ONLY that would cross is rejected.</li>
 *   <li>A resting order trades at its own price: a recorded trade beyond the price fills it up to the trade's quantity; a
 *       trade at the price, with the taker on the other side, first serves what stood displayed there when the order
 *       arrived. Cancellations ahead do not help, which errs to our cost.</li>
 *   <li>Fees are the instrument's, rounded away from zero at the eighth decimal.</li>
 * </ul>
 *
 * Our orders do not move the recorded market and do not trade with one another. Confined to the ingest thread;
 * allocates nothing after construction.
 */
final class Matcher {
    private final Instruments instruments;
    private final VenueBook[] books;
    private final ReportQueue reports;
    private final RestingOrders resting;
    private final RecentIds accepted = new RecentIds(Limits.RECENT_IDS);
    private final ReportQueue.Fill trade = new ReportQueue.Fill();
    private long orders;
    private long trades;

    Matcher(Instruments instruments, VenueBook[] books, ReportQueue reports) {
        this.instruments = instruments;
        this.books = books;
        this.reports = reports;
        this.resting = new RestingOrders(instruments.count());
    }

    /** Orders accepted. */
    long orders() {
        return orders;
    }

    /** Fills reported. */
    long trades() {
        return trades;
    }

    int restingOrders() {
        return resting.count();
    }

    void onArrival(Arrival arrival, long nowNs) {
        switch (arrival.kind) {
            case NEW -> onNew(arrival, nowNs);
            case CANCEL -> onCancel(arrival, nowNs);
            case CANCEL_ALL -> onCancelAll(arrival, nowNs);
            default -> throw new IllegalStateException("the venue cannot be told " + arrival.kind);
        }
    }

    /** A recorded trade: whom of our resting orders it fills. */
    void onTrade(int instrument, long priceE8, long quantityE8, Side aggressor, long nowNs) {
        fillResting(instrument, Side.BUY, priceE8, quantityE8, aggressor == Side.SELL, nowNs);
        fillResting(instrument, Side.SELL, priceE8, quantityE8, aggressor == Side.BUY, nowNs);
    }

    private void onNew(Arrival order, long nowNs) {
        VenueReason refusal = refusal(order);
        if (refusal != VenueReason.NONE) {
            reports.rejected(nowNs, order, refusal);
            return;
        }
        accepted.add(order.clientOrderId, 0L);
        reports.ack(nowNs, order, ++orders);
        long leavesE8 = order.timeInForce == TimeInForce.POST_ONLY ? order.quantityE8 : take(order, nowNs);
        if (leavesE8 == 0) {
            return;
        }
        if (order.timeInForce == TimeInForce.IOC) {
            reports.cancelled(nowNs, order.instrument, order.clientOrderId, leavesE8, VenueReason.IOC_REMAINDER);
        } else {
            resting.add(order, leavesE8, books[order.instrument].side(order.side).queueAheadE8(order.priceE8));
        }
    }

    private VenueReason refusal(Arrival order) {
        if (accepted.contains(order.clientOrderId, 0L)) {
            return VenueReason.DUPLICATE_CLIENT_ORDER_ID;
        }
        if (order.instrument < 0 || order.instrument >= books.length || !passesFilters(order)) {
            return VenueReason.FILTER;
        }
        if (!books[order.instrument].valid()) {
            return VenueReason.NO_BOOK;
        }
        boolean takes = crosses(order, books[order.instrument].side(opposite(order.side)).priceE8(0));
        return takes && order.timeInForce == TimeInForce.POST_ONLY ? VenueReason.WOULD_TAKE : VenueReason.NONE;
    }

    private boolean passesFilters(Arrival order) {
        Instrument instrument = instruments.get(order.instrument);
        return (order.side == Side.BUY || order.side == Side.SELL) && order.timeInForce != TimeInForce.NONE
                && order.priceE8 > 0 && order.quantityE8 > 0 && order.priceE8 % instrument.tickSize().e8() == 0
                && order.quantityE8 % instrument.lotSize().e8() == 0
                // A notional that does not even fit a long is refused like one that is too small.
                && Math.multiplyHigh(order.priceE8, order.quantityE8) < FixedPoint.ONE / 2
                && FixedPoint.multiply(order.priceE8, order.quantityE8) >= instrument.minimumNotional().e8();
    }

    /** Takes what the limit allows; returns what is left. */
    private long take(Arrival order, long nowNs) {
        VenueSide from = books[order.instrument].side(opposite(order.side));
        long leavesE8 = order.quantityE8;
        for (int level = 0; level < from.levels() && leavesE8 > 0 && crosses(order, from.priceE8(level)); level++) {
            long quantityE8 = Math.min(leavesE8, from.quantityE8(level));
            if (quantityE8 > 0) {
                leavesE8 -= quantityE8;
                from.take(level, quantityE8);
                report(nowNs, order.instrument, order.clientOrderId, order.side, Liquidity.TAKER, from.priceE8(level),
                        quantityE8, leavesE8);
            }
        }
        return leavesE8;
    }

    private static boolean crosses(Arrival order, long levelE8) {
        return order.side == Side.BUY ? levelE8 <= order.priceE8 : levelE8 >= order.priceE8;
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
            long aheadE8 = through ? 0L : Math.min(order.queueAheadE8, leftE8);
            order.queueAheadE8 -= aheadE8;
            long filledE8 = Math.min(order.leavesE8, leftE8 - aheadE8);
            leftE8 -= filledE8;
            order = filledE8 > 0 ? fill(order, filledE8, nowNs) : order.next;
        }
    }

    private RestingOrder fill(RestingOrder order, long quantityE8, long nowNs) {
        order.leavesE8 -= quantityE8;
        report(nowNs, order.instrument, order.clientOrderId, order.side, Liquidity.MAKER, order.priceE8, quantityE8,
                order.leavesE8);
        return order.leavesE8 == 0 ? resting.remove(order) : order.next;
    }

    private void report(long nowNs, int instrument, long clientOrderId, Side side, Liquidity liquidity, long priceE8,
            long quantityE8, long leavesE8) {
        Instrument traded = instruments.get(instrument);
        double feeBps = liquidity == Liquidity.MAKER ? traded.makerFeeBps() : traded.takerFeeBps();
        trade.tradeId = ++trades;
        trade.priceE8 = priceE8;
        trade.quantityE8 = quantityE8;
        trade.leavesE8 = leavesE8;
        trade.feeE8 = FixedPoint.basisPointsUp(FixedPoint.multiply(priceE8, quantityE8), feeBps);
        reports.fill(nowNs, instrument, clientOrderId, side, liquidity, trade);
    }

    private void onCancel(Arrival cancel, long nowNs) {
        RestingOrder order = resting.find(cancel.clientOrderId);
        if (order == null) {
            reports.rejected(nowNs, cancel, VenueReason.UNKNOWN_ORDER);
        } else {
            cancel(order, nowNs);
        }
    }

    private void onCancelAll(Arrival cancel, long nowNs) {
        for (int i = 0; i < books.length; i++) {
            if (cancel.instrument < 0 || cancel.instrument == i) {
                cancelAll(resting.first(i, Side.BUY), nowNs);
                cancelAll(resting.first(i, Side.SELL), nowNs);
            }
        }
    }

    private void cancelAll(RestingOrder first, long nowNs) {
        RestingOrder order = first;
        while (order != null) {
            order = cancel(order, nowNs);
        }
    }

    private RestingOrder cancel(RestingOrder order, long nowNs) {
        reports.cancelled(nowNs, order.instrument, order.clientOrderId, order.leavesE8, VenueReason.REQUESTED);
        return resting.remove(order);
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }
}
