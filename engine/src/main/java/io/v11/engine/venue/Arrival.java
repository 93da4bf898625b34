package io.v11.engine.venue;

import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

/** An order or cancel on its way to the simulated venue. Pooled. Prices, quantities in E8; the time is event time. */
final class Arrival {
    long timeNs;
    IntentKind kind = IntentKind.NONE;
    long clientOrderId;
    int instrument;
    Side side = Side.NONE;
    OrderType type = OrderType.NONE;
    TimeInForce timeInForce = TimeInForce.NONE;
    long priceE8;
    long quantityE8;
    long stopPriceE8;
    long replacedClientOrderId;
    boolean reduceOnly;

    boolean stop() {
        return type == OrderType.STOP;
    }

    /** What its notional and margin are reckoned with: the limit, or the stop's price. */
    long reckonedPriceE8() {
        return stop() ? stopPriceE8 : priceE8;
    }
}
