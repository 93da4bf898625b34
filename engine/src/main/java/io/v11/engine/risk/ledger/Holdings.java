package io.v11.engine.risk.ledger;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.StateHash;

/**
 * What is held of each instrument, at what average price and since when, and what each round trip brought in.
 *
 * <p>A round trip runs from flat to flat; a fill that turns the position round ends one and begins the next, its fee shared by
 * quantity. Average price and profit in E8, products cut to E8. Positions come from the portfolio's books; a change is a fill when
 * it comes with one. Allocates nothing after construction.
 */
public final class Holdings {
    private final long[] positionsE8;
    private final long[] entryPricesE8;
    private final long[] sinceNs;
    private final long[] cashE8;
    /** Profit of the round trip that the last change ended, quote units. */
    private long tripProfitE8;
    private boolean tripEnded;

    public Holdings(int instruments) {
        positionsE8 = new long[instruments];
        entryPricesE8 = new long[instruments];
        sinceNs = new long[instruments];
        cashE8 = new long[instruments];
    }

    public int instruments() {
        return positionsE8.length;
    }

    /** Signed, base units. */
    public long positionE8(int instrument) {
        return positionsE8[instrument];
    }

    /** Average price of the position; 0 when flat. */
    public long entryPriceE8(int instrument) {
        return entryPricesE8[instrument];
    }

    /** When the position was opened, event time; means nothing when flat. */
    public long sinceNs(int instrument) {
        return sinceNs[instrument];
    }

    /** The last call of {@link #onFill} ended a round trip. */
    public boolean tripEnded() {
        return tripEnded;
    }

    public long tripProfitE8() {
        return tripProfitE8;
    }

    /** The position after an event that was no fill: only a run that did not begin flat changes it. */
    public void onPosition(int instrument, long positionE8, long priceE8, long timeNs) {
        if (positionE8 != positionsE8[instrument]) {
            onFill(instrument, positionE8, priceE8, 0L, timeNs);
        }
    }

    /** A fill brought the position here. */
    public void onFill(int instrument, long positionE8, long priceE8, long feeE8, long timeNs) {
        tripEnded = false;
        long beforeE8 = positionsE8[instrument];
        long changeE8 = positionE8 - beforeE8;
        if (changeE8 == 0) {
            return;
        }
        positionsE8[instrument] = positionE8;
        long closedE8 = Long.signum(beforeE8) * Long.signum(changeE8) < 0
                ? Math.min(Math.abs(beforeE8), Math.abs(changeE8))
                : 0L;
        long openedE8 = Math.abs(changeE8) - closedE8;
        long closeFeeE8 = closedE8 == 0 ? 0L : (long) (feeE8 * (closedE8 / (double) Math.abs(changeE8)));
        if (closedE8 > 0) {
            cashE8[instrument] += Long.signum(beforeE8) * FixedPoint.multiply(priceE8, closedE8) - closeFeeE8;
            if (closedE8 == Math.abs(beforeE8)) {
                tripEnded = true;
                tripProfitE8 = cashE8[instrument];
                cashE8[instrument] = 0L;
                entryPricesE8[instrument] = 0L;
            }
        }
        if (openedE8 > 0) {
            open(instrument, openedE8, priceE8, feeE8 - closeFeeE8, timeNs);
        }
    }

    public long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < positionsE8.length; i++) {
            result = StateHash.add(StateHash.add(result, positionsE8[i]), entryPricesE8[i]);
            result = StateHash.add(StateHash.add(result, sinceNs[i]), cashE8[i]);
        }
        return result;
    }

    private void open(int instrument, long openedE8, long priceE8, long feeE8, long timeNs) {
        long positionE8 = positionsE8[instrument];
        long heldE8 = Math.abs(positionE8) - openedE8;
        cashE8[instrument] -= Long.signum(positionE8) * FixedPoint.multiply(priceE8, openedE8) + feeE8;
        if (heldE8 == 0) {
            sinceNs[instrument] = timeNs;
            entryPricesE8[instrument] = priceE8;
        } else {
            long beforeE8 = entryPricesE8[instrument];
            double weight = openedE8 / (double) Math.abs(positionE8);
            entryPricesE8[instrument] = beforeE8 + (long) ((priceE8 - beforeE8) * weight);
        }
    }
}
