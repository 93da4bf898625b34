package io.v11.engine.slot;

import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

/** What execution is about to send to the venue. Written by the execution stage only; recorded before it is sent. */
public final class OrderIntent {
    public IntentKind kind = IntentKind.NONE;
    public long clientOrderId;
    /** Instrument id; -1 with CANCEL_ALL: of every instrument. */
    public int instrument = -1;
    public Side side = Side.NONE;
    public OrderType type = OrderType.NONE;
    public TimeInForce timeInForce = TimeInForce.NONE;
    /** Limit; of a market or stop order the farthest price that risk reckons with. */
    public long priceE8;
    public long quantityE8;
    /** Of a stop order, else 0. */
    public long stopPriceE8;
    /** With REPLACE: the order that this one replaces, else 0. */
    public long replacedClientOrderId;
    /** The order may only shrink a position. With CANCEL_ALL: stops that only shrink one stay. */
    public boolean reduceOnly;

    /**
     * A cancel of every order on every instrument but of the stops that protect positions: an engine that is gone can neither close
     * these nor protect them in another way. For when no slot is at hand; allocates.
     */
    public static OrderIntent cancelAllButProtection() {
        OrderIntent intent = new OrderIntent();
        intent.kind = IntentKind.CANCEL_ALL;
        intent.reduceOnly = true;
        return intent;
    }

    public void clear() {
        kind = IntentKind.NONE;
        clientOrderId = 0L;
        instrument = -1;
        side = Side.NONE;
        type = OrderType.NONE;
        timeInForce = TimeInForce.NONE;
        priceE8 = 0L;
        quantityE8 = 0L;
        stopPriceE8 = 0L;
        replacedClientOrderId = 0L;
        reduceOnly = false;
    }
}
