package io.v11.engine.slot;

import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;

/** A proposal, or the reason why there is none. Written by the signal stage only. */
public final class Signal {
    public SignalReason reason = SignalReason.NONE;
    public Side side = Side.NONE;
    public OrderType type = OrderType.NONE;
    public TimeInForce timeInForce = TimeInForce.NONE;
    public long limitPriceE8;
    public long quantityE8;
    /** Expected move in the proposed direction less all expected costs, basis points. */
    public double edgeBps;
    /** What the strategy says, from -1, surely down, to 1, surely up. */
    public double forecast;
    /** Signed position aimed at, base units E8. */
    public long targetE8;
    /** Mid, or the last bar's close, when it was decided. */
    public long referencePriceE8;

    public void clear() {
        reason = SignalReason.NONE;
        side = Side.NONE;
        type = OrderType.NONE;
        timeInForce = TimeInForce.NONE;
        limitPriceE8 = 0L;
        quantityE8 = 0L;
        edgeBps = 0.0;
        forecast = 0.0;
        targetE8 = 0L;
        referencePriceE8 = 0L;
    }

    public boolean proposed() {
        return reason == SignalReason.PROPOSED;
    }
}
