package io.v11.engine.risk.stop;

import io.v11.config.FixedPoint;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.breaker.Breakers;
import io.v11.engine.risk.breaker.DrawdownGuard;
import io.v11.engine.risk.ledger.Holdings;
import io.v11.engine.risk.ledger.Notional;
import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.slot.PortfolioView;
import io.v11.journal.event.Side;

/**
 * How much of a position the risk stage itself wants closed at the market.
 *
 * <pre>
 *   all of it      a drawdown threshold was passed, or the position is older than allowed
 *   a part of it   gross exceeds what a gap may cost: of the largest position, gross - 0.9 x maximum gross
 * </pre>
 *
 * Less what the strategy is closing already; in lots, at most the instrument's largest order, and not less than the venue takes: a
 * spot position too small for the venue stays. The factor 0.9 keeps the next small loss from asking again.
 */
final class Closings {
    private static final long NS_PER_MINUTE = 60_000_000_000L;
    private static final double BAND = 0.9;

    private final Instruments instruments;
    private final Holdings holdings;
    private final WorkingOrders working;
    private final ReferencePrices references;
    private final Breakers breakers;
    private final DrawdownGuard drawdown;
    private final long maximumAgeNs;

    Closings(Instruments instruments, RiskLimits limits, Holdings holdings, WorkingOrders working,
            ReferencePrices references, Breakers breakers, DrawdownGuard drawdown) {
        this.instruments = instruments;
        this.holdings = holdings;
        this.working = working;
        this.references = references;
        this.breakers = breakers;
        this.drawdown = drawdown;
        maximumAgeNs = Math.multiplyExact(limits.stop().maximumMinutes(), NS_PER_MINUTE);
    }

    /** All positions are to be closed, or this one is older than allowed. */
    boolean whole(int instrument, long nowNs) {
        return breakers.closing() || maximumAgeNs > 0 && holdings.positionE8(instrument) != 0
                && nowNs - holdings.sinceNs(instrument) >= maximumAgeNs;
    }

    /** Some closing may be wanted: a cheap question before the dear ones. */
    boolean any(PortfolioView account) {
        return maximumAgeNs > 0 || account.grossNotionalE8 != 0
                && (breakers.closing() || account.grossNotionalE8 > drawdown.maximumGrossE8(account.equityE8));
    }

    /** Notional that must go so that a gap can be carried; 0 for none. @param closingE8 notional that is being closed already */
    long excessE8(PortfolioView account, long closingE8) {
        long maximumE8 = drawdown.maximumGrossE8(account.equityE8);
        long leftE8 = account.grossNotionalE8 - closingE8;
        return leftE8 <= maximumE8 ? 0L : leftE8 - (long) (BAND * maximumE8);
    }

    /** Notional of a quantity at the instrument's reference price. */
    long notionalE8(int instrument, long quantityE8) {
        return Notional.up(references.priceTwiceE8(instrument) / 2, quantityE8);
    }

    /** Quantity of the position that is worth the notional, rounded up; 0 when it cannot be sent. */
    long part(int instrument, long notionalE8) {
        long priceE8 = references.priceTwiceE8(instrument) / 2;
        if (priceE8 <= 0) {
            return 0L;
        }
        return sendable(instrument, (long) Math.ceil(notionalE8 * (double) FixedPoint.ONE / priceE8));
    }

    /** Everything that is held and not yet being closed. */
    long all(int instrument) {
        return sendable(instrument, Math.abs(holdings.positionE8(instrument)));
    }

    private long sendable(int instrument, long wantedE8) {
        Instrument traded = instruments.get(instrument);
        long positionE8 = holdings.positionE8(instrument);
        long lotE8 = traded.lotSize().e8();
        Side side = positionE8 > 0 ? Side.SELL : Side.BUY;
        long leftE8 = Math.abs(positionE8) - working.quantityE8(instrument, side);
        long quantityE8 = Math.min(leftE8, ceil(Math.max(wantedE8, smallest(instrument, traded)), lotE8));
        long sentE8 = floor(Math.min(quantityE8, traded.maximumOrderQuantity().e8()), lotE8);
        return sentE8 <= 0 || sentE8 < smallest(instrument, traded) ? 0L : sentE8;
    }

    /** Least quantity that the venue takes: of a reduce-only order on a perpetual one lot, of a spot order the least notional. */
    private long smallest(int instrument, Instrument traded) {
        long priceE8 = references.priceTwiceE8(instrument) / 2;
        if (traded.market() != Instrument.Market.SPOT || priceE8 <= 0) {
            return traded.lotSize().e8();
        }
        double quantityE8 = traded.minimumNotional().e8() * (double) FixedPoint.ONE / priceE8;
        long lotE8 = traded.lotSize().e8();
        long lots = ceil((long) quantityE8, lotE8);
        return Notional.up(priceE8, lots) < traded.minimumNotional().e8() ? lots + lotE8 : lots;
    }

    private static long ceil(long valueE8, long stepE8) {
        return floor(valueE8 + stepE8 - 1, stepE8);
    }

    private static long floor(long valueE8, long stepE8) {
        return valueE8 - Math.floorMod(valueE8, stepE8);
    }
}
