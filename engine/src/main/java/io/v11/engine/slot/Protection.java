package io.v11.engine.slot;

import io.v11.journal.event.IntentKind;
import io.v11.journal.event.Side;

/**
 * What risk wants for the safety of an instrument's position: a stop order that rests at the venue, so that it works when the
 * engine does not, or an order that closes the position at once. Either may only shrink it. Part of {@link RiskVerdict}; written by the risk stage only.
 */
public final class Protection {
    /** NONE: leave things as they are. NEW, REPLACE, CANCEL: of the stop order of {@link #instrument}. */
    public IntentKind kind = IntentKind.NONE;
    public int instrument = -1;
    /** Side of the stop order: it closes the position. */
    public Side side = Side.NONE;
    /** Where the stop triggers; 0: a market order that closes the position now. */
    public long stopPriceE8;
    /** Farthest price that is reckoned with; 0: any, the position must go. */
    public long priceE8;
    public long quantityE8;
    /** With REPLACE and CANCEL: the resting stop order. */
    public long restingClientOrderId;

    public void clear() {
        kind = IntentKind.NONE;
        instrument = -1;
        side = Side.NONE;
        stopPriceE8 = 0L;
        priceE8 = 0L;
        quantityE8 = 0L;
        restingClientOrderId = 0L;
    }
}
