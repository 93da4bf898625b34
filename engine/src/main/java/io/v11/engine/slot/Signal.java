package io.v11.engine.slot;

import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;

/** A proposal, or the reason why there is none. Written by the signal stage only. */
public final class Signal {
    public SignalReason reason = SignalReason.NONE;
    public Side side = Side.NONE;
    public TimeInForce timeInForce = TimeInForce.NONE;
    public long limitPriceE8;
    public long quantityE8;
    /** Expected move in the proposed direction less half spread and fees, basis points. */
    public double edgeBps;

    public void clear() {
        reason = SignalReason.NONE;
        side = Side.NONE;
        timeInForce = TimeInForce.NONE;
        limitPriceE8 = 0L;
        quantityE8 = 0L;
        edgeBps = 0.0;
    }

    public boolean proposed() {
        return reason == SignalReason.PROPOSED;
    }
}
