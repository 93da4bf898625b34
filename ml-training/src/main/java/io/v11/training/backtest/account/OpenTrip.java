package io.v11.training.backtest.account;

import io.v11.config.FixedPoint;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Regime;
import io.v11.training.performance.RoundTrip;

/** A round trip under way. Money in E8, so that parts of split fills sum to the whole. */
final class OpenTrip {
    private final int instrument;
    private final long openNs;
    private final int side;
    private final Regime regime;
    private final double forecast;
    private long lastNs;
    private long positionE8;
    private long largestE8;
    private long worthE8;
    private long cashE8;
    private long feesE8;
    private long spreadE8;
    private long slippageE8;
    private long fundingE8;
    private long inE8;
    private long inNotionalE8;
    private long outE8;
    private long outNotionalE8;
    private int fills;
    private boolean stopped;

    OpenTrip(Fill first) {
        instrument = first.instrument();
        openNs = first.timeNs();
        side = first.buy() ? 1 : -1;
        regime = first.regime();
        forecast = first.cause().forecast();
    }

    /** All or a part of a fill. */
    void add(Fill fill, Split split) {
        lastNs = fill.timeNs();
        positionE8 += fill.buy() ? split.quantityE8() : -split.quantityE8();
        largestE8 = Math.max(largestE8, Math.abs(positionE8));
        worthE8 = Math.max(worthE8, FixedPoint.multiply(Math.abs(positionE8), fill.priceE8()));
        cashE8 += fill.buy() ? -split.notionalE8() : split.notionalE8();
        feesE8 += split.feeE8();
        spreadE8 += split.spreadE8();
        slippageE8 += split.slippageE8();
        if (fill.buy() == side > 0) {
            inE8 += split.quantityE8();
            inNotionalE8 += split.notionalE8();
        } else {
            outE8 += split.quantityE8();
            outNotionalE8 += split.notionalE8();
        }
        fills++;
        stopped = fill.cause().type() == OrderType.STOP;
    }

    void addFunding(long amountE8) {
        fundingE8 += amountE8;
    }

    long positionE8() {
        return positionE8;
    }

    Trade close() {
        return trade(false, lastNs, 0L);
    }

    /** Valued at a price, at the end of the run. */
    Trade mark(long timeNs, long priceTwiceE8) {
        return trade(true, Math.max(timeNs, lastNs), FixedPoint.multiply(positionE8, priceTwiceE8) / 2);
    }

    private Trade trade(boolean open, long closeNs, long valueE8) {
        RoundTrip trip = new RoundTrip(instrument, openNs, closeNs, side, FixedPoint.toDouble(Math.max(1L, worthE8)),
                FixedPoint.toDouble(cashE8 + valueE8 - feesE8 - fundingE8), FixedPoint.toDouble(feesE8),
                FixedPoint.toDouble(spreadE8), FixedPoint.toDouble(slippageE8), FixedPoint.toDouble(fundingE8));
        return new Trade(trip, open, largestE8, mean(inNotionalE8, inE8), mean(outNotionalE8, outE8), fills, regime,
                forecast, !open && stopped);
    }

    private static double mean(long notionalE8, long quantityE8) {
        return quantityE8 == 0 ? Double.NaN : notionalE8 / (double) quantityE8;
    }

    /** What of a fill goes into one trip. */
    record Split(long quantityE8, long notionalE8, long feeE8, long spreadE8, long slippageE8) {
        static Split whole(Fill fill) {
            return new Split(fill.quantityE8(), fill.notionalE8(), fill.feeE8(), fill.spreadE8(), fill.slippageE8());
        }

        /** Shares rounded to whole units; {@link #rest} takes what they leave. */
        static Split part(Fill fill, long quantityE8) {
            double share = quantityE8 / (double) fill.quantityE8();
            return new Split(quantityE8, FixedPoint.multiply(fill.priceE8(), quantityE8),
                    Math.round(fill.feeE8() * share), Math.round(fill.spreadE8() * share),
                    Math.round(fill.slippageE8() * share));
        }

        Split rest(Fill fill) {
            return new Split(fill.quantityE8() - quantityE8, fill.notionalE8() - notionalE8, fill.feeE8() - feeE8,
                    fill.spreadE8() - spreadE8, fill.slippageE8() - slippageE8);
        }
    }
}
