package io.v11.engine.risk;

import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.Side;

/**
 * The order under judgement, with the account as it stands. One instance is filled anew for each proposal, so judging
 * allocates nothing. Prices, quantities and notionals in E8.
 */
final class Proposal {
    int instrument;
    Side side = Side.NONE;
    long priceE8;
    long quantityE8;
    long timeNs;
    /** Signed position of the instrument. */
    long positionE8;
    /** Sum of |position| times mid over all instruments. */
    long grossNotionalE8;

    void load(EngineEvent event) {
        instrument = event.instrument();
        side = event.signal().side;
        priceE8 = event.signal().limitPriceE8;
        quantityE8 = event.signal().quantityE8;
        timeNs = event.timeNs();
        positionE8 = event.portfolio().positionE8;
        grossNotionalE8 = event.portfolio().grossNotionalE8;
    }

    boolean buy() {
        return side == Side.BUY;
    }

    /** The part of the order that does not shrink the position, given what works on its side already. */
    long openingQuantityE8(WorkingOrders working) {
        long shrinkableE8 = buy() ? -positionE8 : positionE8;
        long leftE8 = Math.max(0L, shrinkableE8 - working.quantityE8(instrument, side));
        return Math.max(0L, quantityE8 - leftE8);
    }
}
