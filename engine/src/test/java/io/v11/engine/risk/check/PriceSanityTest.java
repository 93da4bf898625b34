package io.v11.engine.risk.check;

import org.junit.jupiter.api.Test;

import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.slot.MarketView;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.Side;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The collar to the last unit of E8, which no tick of a real instrument reaches: mids with and without half a unit. */
class PriceSanityTest {
    private final ReferencePrices references = new ReferencePrices(1);
    private final PriceSanity price = new PriceSanity(references, TestInstruments.limits().price());

    @Test
    void shouldHoldTheCollarToTheLastUnit() {
        for (long bid = 100_000_000L; bid < 100_000_500L; bid++) {
            for (long spread = 1; spread <= 2; spread++) {
                reference(bid, bid + spread);
                long midTwice = 2 * bid + spread;
                long collarTwice = midTwice * 50 / 10_000;
                for (long distance = -2; distance <= 2; distance++) {
                    long high = (midTwice + collarTwice) / 2 + distance;
                    long low = (midTwice - collarTwice) / 2 + distance;

                    assertEquals(2 * high <= midTwice + collarTwice, admits(Side.BUY, high), "buy at " + high);
                    assertEquals(2 * low >= midTwice - collarTwice, admits(Side.SELL, low), "sell at " + low);
                }
            }
        }
    }

    private boolean admits(Side side, long price) {
        Proposal proposal = new Proposal();
        proposal.side = side;
        proposal.priceE8 = price;
        proposal.referenceTwiceE8 = references.priceTwiceE8(0);
        return this.price.withinCollar(proposal);
    }

    private void reference(long bid, long ask) {
        MarketView market = new MarketView();
        market.topValid = true;
        market.bidPriceE8 = bid;
        market.askPriceE8 = ask;
        references.onMarket(0, market, 1);
    }
}
