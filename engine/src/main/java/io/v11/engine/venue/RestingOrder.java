package io.v11.engine.venue;

import io.v11.engine.venue.queue.QueuePosition;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

/** An order that the simulated venue works, and its place in its list. Pooled. Prices, quantities in E8. */
final class RestingOrder {
    final QueuePosition queue = new QueuePosition();
    long clientOrderId;
    int instrument;
    Side side = Side.NONE;
    OrderType type = OrderType.NONE;
    TimeInForce timeInForce = TimeInForce.NONE;
    long priceE8;
    long stopPriceE8;
    long leavesE8;
    boolean reduceOnly;
    /** It has worked since then. */
    long sinceNs;
    /** A stop whose price was reached: a market order by now. */
    boolean triggered;
    /** It came while no bar was known and takes at the open of the next. */
    boolean waiting;
    /** Start of the last bar that it traded at the open of. */
    long metBarNs;
    /** Which of the lists it is in. */
    int list;
    RestingOrder next;

    void take(Arrival arrival, long nowNs) {
        clientOrderId = arrival.clientOrderId;
        instrument = arrival.instrument;
        side = arrival.side;
        type = arrival.type;
        timeInForce = arrival.timeInForce;
        priceE8 = arrival.priceE8;
        stopPriceE8 = arrival.stopPriceE8;
        leavesE8 = arrival.quantityE8;
        reduceOnly = arrival.reduceOnly;
        sinceNs = nowNs;
        triggered = false;
        waiting = false;
        metBarNs = Long.MIN_VALUE;
        queue.join(QueuePosition.UNKNOWN);
    }

    boolean stop() {
        return type == OrderType.STOP;
    }

    /** What it is reckoned with while it works. */
    long reckonedPriceE8() {
        return stop() ? stopPriceE8 : priceE8;
    }

    /** It may take at this price: any, when it names none. */
    boolean accepts(long levelE8) {
        return stop() || priceE8 == 0 || (side == Side.BUY ? levelE8 <= priceE8 : levelE8 >= priceE8);
    }
}
