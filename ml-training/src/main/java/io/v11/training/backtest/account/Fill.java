package io.v11.training.backtest.account;

import io.v11.config.FixedPoint;
import io.v11.journal.event.Regime;

/**
 * A fill with what it cost against the market at the decision. With N(p) the notional at a price, cut to E8 as the engine cuts it,
 * and s = 1 for a purchase, -1 for a sale:
 *
 * <pre>
 *   spread   = s (N(touch) - N(mid))       half the spread crossed; negative when earned by a maker
 *   slippage = s (N(price) - N(touch))     delay, depth and impact
 *   s N(price) = s N(mid) + spread + slippage, exactly
 * </pre>
 *
 * @param timeNs        when it was told
 * @param instrument    id
 * @param buy           else a sale
 * @param maker         else a taker
 * @param priceE8       traded
 * @param quantityE8    base units
 * @param feeE8         positive: paid
 * @param clientOrderId of the order
 * @param midAtFillTwiceE8 twice the mid when it was told, 0 when there was none
 * @param midNotionalE8 N(mid at the decision)
 * @param spreadE8      see above
 * @param slippageE8    see above
 * @param cause         why it was sent
 * @param regime        of the instrument at the fill
 */
public record Fill(long timeNs, int instrument, boolean buy, boolean maker, long priceE8, long quantityE8, long feeE8,
        long clientOrderId, long midAtFillTwiceE8, long midNotionalE8, long spreadE8, long slippageE8, OrderCause cause,
        Regime regime) {

    /** @param halfSpreadBps paid by takers of a market without a book */
    public static Fill of(long timeNs, int instrument, boolean buy, boolean maker, long priceE8, long quantityE8,
            long feeE8, long clientOrderId, long midAtFillTwiceE8, OrderCause cause, double halfSpreadBps,
            Regime regime) {
        long mid = FixedPoint.multiply(quantityE8, cause.referenceTwiceE8(priceE8)) / 2;
        long touch = FixedPoint.multiply(quantityE8, cause.touchE8(buy, maker, priceE8, halfSpreadBps));
        long paid = FixedPoint.multiply(quantityE8, priceE8);
        return new Fill(timeNs, instrument, buy, maker, priceE8, quantityE8, feeE8, clientOrderId, midAtFillTwiceE8,
                mid,
                buy ? touch - mid : mid - touch, buy ? paid - touch : touch - paid, cause, regime);
    }

    /** Price times quantity, cut to E8 as the engine cuts it. */
    public long notionalE8() {
        return FixedPoint.multiply(priceE8, quantityE8);
    }

    /** Positive for a purchase. */
    public long signedQuantityE8() {
        return buy ? quantityE8 : -quantityE8;
    }

    /** What the fill did to the cash, without its fee. */
    public long cashE8() {
        return buy ? -notionalE8() : notionalE8();
    }
}
