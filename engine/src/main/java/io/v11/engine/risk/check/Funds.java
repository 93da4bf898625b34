package io.v11.engine.risk.check;

import io.v11.config.FixedPoint;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.engine.risk.ledger.Holdings;
import io.v11.engine.risk.ledger.Notional;
import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.risk.ledger.WorkingOrders;

/**
 * Whether a spot order can be paid for.
 *
 * <pre>
 *   a buy needs    its notional &lt;= equity - spot longs at their prices - working spot buys
 *   a sell needs   the base asset, unless spot may be sold short
 * </pre>
 *
 * Proceeds of short sales do not count as money. The fee of a spot buy is taken from what is bought. Perpetuals need margin, which
 * the leverage limit bounds.
 */
final class Funds {
    private final Instruments instruments;
    private final Holdings holdings;
    private final ReferencePrices references;
    private final WorkingOrders working;
    private final boolean shortSpot;

    Funds(Instruments instruments, Holdings holdings, ReferencePrices references, WorkingOrders working,
            boolean shortSpot) {
        this.instruments = instruments;
        this.holdings = holdings;
        this.references = references;
        this.working = working;
        this.shortSpot = shortSpot;
    }

    boolean suffice(Proposal proposal) {
        if (instruments.get(proposal.instrument).market() != Instrument.Market.SPOT) {
            return true;
        }
        return proposal.buy()
                ? Notional.sum(proposal.notionalE8, working.spotBuyNotionalE8()) <= proposal.equityE8 - spotLongsE8()
                : shortSpot;
    }

    private long spotLongsE8() {
        long sumE8 = 0L;
        for (int i = 0; i < holdings.instruments(); i++) {
            long positionE8 = holdings.positionE8(i);
            if (positionE8 > 0 && instruments.get(i).market() == Instrument.Market.SPOT) {
                sumE8 += FixedPoint.multiply(positionE8, references.priceTwiceE8(i)) / 2;
            }
        }
        return sumE8;
    }
}
