package io.v11.engine.risk.check;

import io.v11.engine.risk.ledger.Notional;
import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

/**
 * The order under judgement, with the account as it stands. One instance is filled anew for each proposal, so judging
 * allocates nothing. Prices, quantities and notionals in E8.
 */
public final class Proposal {
    public int instrument;
    public Side side = Side.NONE;
    public OrderType type = OrderType.NONE;
    public TimeInForce timeInForce = TimeInForce.NONE;
    /** Limit price, or the farthest price of a market order. */
    public long priceE8;
    public long quantityE8;
    public long timeNs;
    /** Signed position of the instrument. */
    public long positionE8;
    /** Sum of |position| times price over all instruments. */
    public long grossNotionalE8;
    /** The same, signed. */
    public long netNotionalE8;
    public long equityE8;
    /** Twice the reference price of the instrument; 0 when none is known. */
    public long referenceTwiceE8;
    /** Works already on the order's side of the instrument. */
    public long workingE8;
    /** The part that does not shrink the position, given what works on its side already. */
    public long openingE8;
    public long notionalE8;
    public long openingNotionalE8;
    /** Expected shortfall that the order would add, quote units; NaN while not known or not asked. */
    public double shortfall;

    /** Takes the order and the account; nothing that is derived. */
    public void load(EngineEvent event) {
        instrument = event.instrument();
        side = event.signal().side;
        type = event.signal().type;
        timeInForce = event.signal().timeInForce;
        priceE8 = event.signal().limitPriceE8;
        quantityE8 = event.signal().quantityE8;
        timeNs = event.timeNs();
        shortfall = Double.NaN;
        positionE8 = event.portfolio().positionE8;
        grossNotionalE8 = event.portfolio().grossNotionalE8;
        netNotionalE8 = event.portfolio().netNotionalE8;
        equityE8 = event.portfolio().equityE8;
    }

    /** Derives what a well-formed order comes to. */
    void place(WorkingOrders working, ReferencePrices references) {
        workingE8 = working.quantityE8(instrument, side);
        referenceTwiceE8 = references.priceTwiceE8(instrument);
        size(quantityE8);
    }

    /** The same order with this quantity. */
    void size(long newQuantityE8) {
        quantityE8 = newQuantityE8;
        long shrinkableE8 = buy() ? -positionE8 : positionE8;
        long leftE8 = Math.max(0L, shrinkableE8 - workingE8);
        openingE8 = Math.max(0L, quantityE8 - leftE8);
        notionalE8 = Notional.up(priceE8, quantityE8);
        openingNotionalE8 = Notional.up(priceE8, openingE8);
    }

    public boolean buy() {
        return side == Side.BUY;
    }

    /** The order can only shrink the position. */
    public boolean shrinks() {
        return openingE8 == 0;
    }

    /** What is not filled at once rests in the book. */
    public boolean rests() {
        return type == OrderType.LIMIT && (timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.POST_ONLY);
    }

    /** Position in the order's direction were it and all working ones on its side filled, and none on the other; may be negative. */
    long reachedE8() {
        long directedE8 = buy() ? positionE8 : -positionE8;
        long addedE8 = Notional.sum(workingE8, quantityE8);
        return directedE8 > 0 ? Notional.sum(directedE8, addedE8) : directedE8 + addedE8;
    }

    /** That position at the higher of reference and order price; 0 when the order does not reach past flat. */
    long reachedNotionalE8() {
        long reachedE8 = reachedE8();
        long referenceE8 = referenceTwiceE8 - referenceTwiceE8 / 2;
        return reachedE8 <= 0 ? 0L : Notional.up(Math.max(priceE8, referenceE8), reachedE8);
    }
}
