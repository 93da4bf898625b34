package io.v11.engine.venue;

import io.v11.config.FixedPoint;
import io.v11.engine.venue.margin.Account;
import io.v11.journal.event.Side;

/**
 * Whether the account can bear an order, by what it would open beyond closing a position.
 *
 * <pre>
 *   perpetual   quantity x price / leverage + open loss + taker fee         (Binance, "Cost Required to Open a Position")
 *   open loss   quantity x max(0, price - mark) of a buy, max(0, mark - price) of a sell
 *   spot buy    quantity x price + taker fee
 *   spot sell   the base units not in other sells; what goes short needs its value in quote units, where that is allowed
 * </pre>
 *
 * Working orders hold the same, each by itself against the position; those that only reduce hold nothing. Price: the limit,
 * of a market order the farthest allowed, of a stop its stop price. Confined to the ingest thread; allocates nothing.
 */
final class BalanceCheck {
    private final Account account;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final boolean spotShort;

    BalanceCheck(Account account, RestingOrders resting, Settlement settlement,
            boolean spotShort) {
        this.account = account;
        this.resting = resting;
        this.settlement = settlement;
        this.spotShort = spotShort;
    }

    /** @param ignored a working order that would go for this one, or null */
    boolean covers(Arrival order, RestingOrder ignored) {
        if (order.reduceOnly) {
            return order.stop() || account.closableE8(order.instrument, order.side) > 0;
        }
        boolean spotSell = order.side == Side.SELL && !account.perpetual(order.instrument);
        long taken = spotSell ? inSells(order.instrument, ignored) : 0L;
        long openedE8 = opened(order.instrument, order.side, order.quantityE8, taken);
        if (openedE8 == 0) {
            return true;
        }
        if (spotSell && !spotShort) {
            return false;
        }
        long neededE8 = needed(order.instrument, order.side, order.reckonedPriceE8(), openedE8);
        return neededE8 <= account.freeE8() - held(ignored);
    }

    private long opened(int instrument, Side side, long quantityE8, long takenE8) {
        return Math.max(0L, quantityE8 - Math.max(0L, account.closableE8(instrument, side) - takenE8));
    }

    private long needed(int instrument, Side side, long priceE8, long openedE8) {
        long notionalE8 = FixedPoint.multiply(priceE8, openedE8);
        long feeE8 = FixedPoint.basisPointsUp(notionalE8, Math.max(0.0, settlement.takerBps(instrument)));
        if (!account.perpetual(instrument)) {
            return notionalE8 + feeE8;
        }
        long markE8 = account.markE8(instrument);
        long worseE8 = markE8 == 0 ? 0L : Math.max(0L, side == Side.BUY ? priceE8 - markE8 : markE8 - priceE8);
        return Math.ceilDiv(notionalE8, account.leverage(instrument)) + FixedPoint.multiply(worseE8, openedE8) + feeE8;
    }

    private long held(RestingOrder ignored) {
        long held = 0;
        for (int i = 0; i < resting.instruments(); i++) {
            held += heldBy(resting.first(i, Side.BUY), ignored) + heldBy(resting.first(i, Side.SELL), ignored)
                    + heldBy(resting.firstWaiting(i), ignored);
        }
        return held;
    }

    private long heldBy(RestingOrder first, RestingOrder ignored) {
        long held = 0;
        for (RestingOrder order = first; order != null; order = order.next) {
            long openedE8 = order == ignored || order.reduceOnly
                    ? 0L
                    : opened(order.instrument, order.side, order.leavesE8, 0L);
            held += openedE8 == 0 ? 0L : needed(order.instrument, order.side, order.reckonedPriceE8(), openedE8);
        }
        return held;
    }

    /** Base units that working sells would give away. */
    private long inSells(int instrument, RestingOrder ignored) {
        long sum = 0;
        for (RestingOrder order = resting.first(instrument, Side.SELL); order != null; order = order.next) {
            sum += order == ignored || order.reduceOnly ? 0L : order.leavesE8;
        }
        for (RestingOrder order = resting.firstWaiting(instrument); order != null; order = order.next) {
            sum += order == ignored || order.reduceOnly || order.side != Side.SELL ? 0L : order.leavesE8;
        }
        return sum;
    }
}
