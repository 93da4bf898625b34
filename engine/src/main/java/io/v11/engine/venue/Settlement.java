package io.v11.engine.venue;

import io.v11.config.FixedPoint;
import io.v11.config.Instruments;
import io.v11.config.VenueSettings;
import io.v11.engine.venue.margin.Account;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;

/**
 * Books what is traded: fee, account, report, and the end of an order. Fees by the configured tier, rounded away from zero
 * at the eighth decimal. Confined to the ingest thread; allocates nothing after construction.
 */
final class Settlement {
    /** Of fills that no order of ours asked for. */
    static final long NO_ORDER = 0L;

    private final double[] makerBps;
    private final double[] takerBps;
    private final double[] liquidationBps;
    private final Account account;
    private final ReportQueue reports;
    private final RestingOrders resting;
    private final ReportQueue.Fill trade = new ReportQueue.Fill();
    private long trades;

    Settlement(Instruments instruments, VenueSettings settings, Account account, ReportQueue reports,
            RestingOrders resting) {
        this.account = account;
        this.reports = reports;
        this.resting = resting;
        makerBps = new double[instruments.count()];
        takerBps = new double[instruments.count()];
        liquidationBps = new double[instruments.count()];
        for (int i = 0; i < makerBps.length; i++) {
            makerBps[i] = settings.fees().makerBps(instruments.get(i));
            takerBps[i] = settings.fees().takerBps(instruments.get(i));
            liquidationBps[i] = account.perpetual(i)
                    ? settings.perpetual(instruments.get(i)).liquidationFeeRate() * 1e4
                    : 0.0;
        }
    }

    /** Fills reported. */
    long trades() {
        return trades;
    }

    double takerBps(int instrument) {
        return takerBps[instrument];
    }

    /** How much of an order may fill now: one that only reduces is cut to the position. */
    long allowedE8(RestingOrder order) {
        return order.reduceOnly
                ? Math.min(order.leavesE8, account.closableE8(order.instrument, order.side))
                : order.leavesE8;
    }

    void fill(RestingOrder order, Liquidity liquidity, long priceE8, long quantityE8, long nowNs) {
        order.leavesE8 -= quantityE8;
        trade.leavesE8 = order.leavesE8;
        trade.priceE8 = priceE8;
        trade.quantityE8 = quantityE8;
        double bps = liquidity == Liquidity.MAKER ? makerBps[order.instrument] : takerBps[order.instrument];
        settle(order.instrument, order.clientOrderId, order.side, liquidity, bps, nowNs);
    }

    /** A fill of the venue's own, to close a position by force. */
    void force(int instrument, Side side, long priceE8, long quantityE8, long nowNs) {
        trade.leavesE8 = 0L;
        trade.priceE8 = priceE8;
        trade.quantityE8 = quantityE8;
        settle(instrument, NO_ORDER, side, Liquidity.TAKER, takerBps[instrument] + liquidationBps[instrument], nowNs);
    }

    /**
     * Ends an order that is filled, or of which nothing may rest.
     *
     * @return whether it has ended
     */
    boolean ended(RestingOrder order, long nowNs) {
        VenueReason reason = VenueReason.NONE;
        if (order.leavesE8 > 0) {
            if (order.reduceOnly && allowedE8(order) == 0) {
                reason = VenueReason.INSUFFICIENT_BALANCE;
            } else if (order.type != OrderType.LIMIT) {
                reason = VenueReason.NO_LIQUIDITY;
            } else if (order.timeInForce == TimeInForce.IOC) {
                reason = VenueReason.IOC_REMAINDER;
            } else {
                return false;
            }
            reports.cancelled(nowNs, order.instrument, order.clientOrderId, order.leavesE8, reason);
        }
        resting.remove(order);
        return true;
    }

    /** Ends an order with what it leaves; gives the one after it in its list. */
    RestingOrder cancel(RestingOrder order, VenueReason reason, long nowNs) {
        reports.cancelled(nowNs, order.instrument, order.clientOrderId, order.leavesE8, reason);
        return resting.remove(order);
    }

    /** Books and reports {@link #trade}. */
    private void settle(int instrument, long clientOrderId, Side side, Liquidity liquidity, double bps, long nowNs) {
        trade.tradeId = ++trades;
        trade.feeE8 = FixedPoint.basisPointsUp(FixedPoint.multiply(trade.priceE8, trade.quantityE8), bps);
        account.onFill(instrument, side, trade.priceE8, trade.quantityE8, trade.feeE8);
        reports.fill(nowNs, instrument, clientOrderId, side, liquidity, trade);
    }
}
