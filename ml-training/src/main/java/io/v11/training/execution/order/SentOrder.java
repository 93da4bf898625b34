package io.v11.training.execution.order;

import java.util.List;

import io.v11.config.FixedPoint;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;
import io.v11.training.backtest.account.OrderCause;

/**
 * An order from its decision to its end.
 *
 * @param clientOrderId   unique
 * @param instrument      id
 * @param buy             else a sale
 * @param type            NONE when only fills are known of it
 * @param timeInForce     as sent
 * @param priceE8         limit
 * @param quantityE8      wanted
 * @param cause           decision and the market then
 * @param book            at the decision
 * @param fills           in order
 * @param filledE8        sum of their quantities
 * @param endNs           when it was told to have ended, {@link #WORKING} when the run ended first
 * @param end             why; NONE when it was filled to the end or still works
 * @param lifeNs          after which the engine cancels an order that rests, of the run's configuration
 * @param horizonTwiceE8  twice the market's price at the horizon of opportunity after the decision; 0 where it is not known
 */
public record SentOrder(long clientOrderId, int instrument, boolean buy, OrderType type, TimeInForce timeInForce,
        long priceE8, long quantityE8, OrderCause cause, BookState book, List<OrderFill> fills, long filledE8,
        long endNs, VenueReason end, long lifeNs, long horizonTwiceE8) {
    /** Of {@code endNs}. */
    public static final long WORKING = Long.MAX_VALUE;

    /** 1 for a purchase, -1 for a sale. */
    public int sign() {
        return buy ? 1 : -1;
    }

    /** What was wanted and not traded. */
    public long unfilledE8() {
        return Math.max(0L, quantityE8 - filledE8);
    }

    public boolean filled() {
        return unfilledE8() == 0;
    }

    /** Twice the price that it is measured from, 0 when there was none: the mid at the decision, of a stop its own price. */
    public long arrivalTwiceE8() {
        return cause.referenceTwiceE8(0L);
    }

    /** Worth of what was wanted, at the arrival price. */
    public long wantedE8() {
        return FixedPoint.multiply(quantityE8, arrivalTwiceE8()) / 2;
    }

    /** Sum of price times quantity over its fills. */
    public long notionalE8() {
        return fills.stream().mapToLong(of -> of.fill().notionalE8()).sum();
    }

    /** Sum of what the venue charged. */
    public long feesE8() {
        return fills.stream().mapToLong(of -> of.fill().feeE8()).sum();
    }

    /** When the first fill was told; {@link #WORKING} without any. */
    public long firstFillNs() {
        return fills.isEmpty() ? WORKING : fills.getFirst().fill().timeNs();
    }

    /** When the last fill was told; {@link #WORKING} without any. */
    public long lastFillNs() {
        return fills.isEmpty() ? WORKING : fills.getLast().fill().timeNs();
    }

    /** Meant to rest: it may wait, and lay behind the other side's touch when it was decided. */
    public boolean rests() {
        boolean waits = timeInForce == TimeInForce.POST_ONLY || timeInForce == TimeInForce.GTC;
        return type == OrderType.LIMIT && waits && cause.bidE8() > 0
                && (buy ? priceE8 < cause.askE8() : priceE8 > cause.bidE8());
    }
}
