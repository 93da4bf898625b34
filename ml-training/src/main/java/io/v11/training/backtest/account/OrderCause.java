package io.v11.training.backtest.account;

import io.v11.config.FixedPoint;
import io.v11.journal.event.OrderType;

/**
 * Why an order was sent and at what prices it was decided: what its fills are measured against.
 *
 * @param sequence  of the event that caused it
 * @param timeNs    of that event
 * @param type      of the order
 * @param midTwiceE8 twice the mid, or the last bar's close, at the decision; 0 when there was no price
 * @param bidE8     best bid at the decision, 0 without a book
 * @param askE8     best ask at the decision, 0 without a book
 * @param stopE8    price at which a stop order comes alive, else 0
 * @param forecast  what the strategy said, -1 to 1; NaN when it said nothing
 */
public record OrderCause(long sequence, long timeNs, OrderType type, long midTwiceE8, long bidE8, long askE8,
        long stopE8, double forecast) {

    /** Of a fill whose order is not on record: measured against the market at the fill. */
    public static OrderCause unknown(long timeNs, long midTwiceE8, long bidE8, long askE8) {
        return new OrderCause(0, timeNs, OrderType.NONE, midTwiceE8, bidE8, askE8, 0L, Double.NaN);
    }

    /** Twice the price that the position is reckoned from: the stop's own price, for it was sent long before; else the mid. */
    public long referenceTwiceE8(long fillPriceE8) {
        if (stopE8 > 0) {
            return Math.multiplyExact(2L, stopE8);
        }
        return midTwiceE8 > 0 ? midTwiceE8 : Math.multiplyExact(2L, fillPriceE8);
    }

    /**
     * What the order could expect to pay: a taker the opposite touch, a maker the own one. Without a book the reference, moved by
     * half a spread of so many basis points against a taker.
     */
    long touchE8(boolean buy, boolean maker, long fillPriceE8, double halfSpreadBps) {
        if (stopE8 == 0 && bidE8 > 0 && askE8 > 0) {
            return buy == maker ? bidE8 : askE8;
        }
        long referenceE8 = referenceTwiceE8(fillPriceE8) / 2;
        if (stopE8 > 0 || maker || midTwiceE8 == 0) {
            return referenceE8;
        }
        long halfSpreadE8 = FixedPoint.basisPointsUp(referenceE8, halfSpreadBps);
        return buy ? referenceE8 + halfSpreadE8 : referenceE8 - halfSpreadE8;
    }
}
