package io.v11.engine.risk;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.engine.slot.BarLength;
import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The rules beside those of {@link RiskChecksTest}, each at its limit and one unit of E8 (or one of what it counts) beyond. Mid of
 * instrument 0, spot, is 100, of instrument 1, a perpetual, 1,000.
 */
class RiskRulesTest {
    private static final long MS = RiskFixture.MS;
    private static final long DAY_MS = 86_400_000L;
    private RiskFixture risk;

    @Test
    void shouldRefuseToOpenADisabledInstrumentAndLetItShrink() {
        risk = market("order.disabled=[BTCUSDT.SPOT]");
        risk.positionE8 = e8("0.5");
        assertEquals(RiskReason.INSTRUMENT_DISABLED, buy("0.5"));
        assertEquals(RiskReason.APPROVED, sell("0.5"));
        risk.positionE8 = 0;
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.5"));

        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> new RiskFixture(TestLimits.limits("order.disabled=[DOGE.SPOT]")));
        assertTrue(failure.getMessage().contains("DOGE.SPOT"), failure.getMessage());
    }

    @Test
    void shouldRefuseWhileTheFeedIsLost() {
        risk = market();
        risk.pass(risk.frames.feed(0, false));
        assertEquals(RiskReason.FEED_LOST, buy("0.5"));
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.5"));
        risk.pass(risk.frames.feed(0, true));
        assertEquals(RiskReason.APPROVED, buy("0.5"));

        risk.pass(risk.frames.feed(-1, false));
        assertEquals(RiskReason.FEED_LOST, risk.propose(1, Side.BUY, "1000", "0.5"));
        risk.top(1, "999.9", "1000.1");
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.5"), "a price says that it is back");
    }

    @Test
    void shouldPriceByTheLastCloseWhereThereAreBarsOnly() {
        risk = new RiskFixture(TestLimits.limits()).at(MS);
        risk.bar(0, BarLength.MINUTE, 1, "101", "99", "100");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100.50", "0.5"));
        assertEquals(RiskReason.PRICE_COLLAR, risk.propose(0, Side.BUY, "100.51", "0.5"));
        assertEquals(RiskReason.STALE_REFERENCE_PRICE, risk.at(1_002 * MS).propose(0, Side.BUY, "100", "0.5"));
        risk.bar(0, BarLength.MINUTE, 2, "101", "99", "100");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.5"));
    }

    @Test
    void shouldHoldTheFarthestPriceOfAMarketOrderToTheCollar() {
        risk = market();
        risk.type = OrderType.MARKET;
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, e8("100.5"), e8("0.5")));
        assertEquals(RiskReason.PRICE_COLLAR, risk.propose(0, Side.BUY, e8("100.5") + 1, e8("0.5")));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, e8("99.5"), e8("0.5")));
        assertEquals(RiskReason.PRICE_COLLAR, risk.propose(0, Side.SELL, e8("99.5") - 1, e8("0.5")));
        risk.type = OrderType.STOP;
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.SELL, e8("99.5"), e8("0.5")), "it has no stop price");
    }

    @Test
    void shouldRefuseToOpenOnAWideBook() {
        risk = new RiskFixture(TestLimits.limits("price.maximumSpreadBps=10")).at(MS);
        long[] asks = {e8("100.05") - 1, e8("100.05"), e8("100.05") + 1};
        RiskReason[] expected = {RiskReason.APPROVED, RiskReason.APPROVED, RiskReason.SPREAD_WIDE};
        for (int i = 0; i < asks.length; i++) {
            risk.pass(risk.frames.top(0, 2 * e8("100") - asks[i], asks[i]));
            assertEquals(expected[i], buy("0.5"), "ask " + asks[i]);
        }
        risk.positionE8 = e8("1");
        assertEquals(RiskReason.APPROVED, sell("0.5"), "leaving is not held up");
    }

    @Test
    void shouldHoldTheNetLimitOnEachSide() {
        risk = market("order.maximumNotional=500", "exposure.maximumNet=1000", "pace.maximumOpen=99",
                "pace.maximumOpenInstrument=99", "pace.perSecond=99", "pace.perSecondInstrument=99");
        risk.netE8 = e8("950");
        assertEquals(RiskReason.NET_LIMIT, buy("0.50001"));
        assertEquals(RiskReason.APPROVED, buy("0.5"), "to the limit");
        assertEquals(RiskReason.NET_LIMIT, risk.propose(1, Side.BUY, "1000", "0.02"), "what works counts");
        assertEquals(RiskReason.APPROVED, sell("1"), "the other side has room");
        risk = market("exposure.maximumNet=1000");
        risk.netE8 = e8("950") + 1;
        assertEquals(RiskReason.NET_LIMIT, buy("0.5"));
        risk.netE8 = -e8("950");
        assertEquals(RiskReason.APPROVED, sell("0.5"));
        risk = market("exposure.maximumNet=1000");
        risk.netE8 = -e8("950") - 1;
        assertEquals(RiskReason.NET_LIMIT, sell("0.5"));
        risk.positionE8 = e8("0.5");
        assertEquals(RiskReason.APPROVED, sell("0.5"), "a position is not captive");
    }

    @Test
    void shouldHoldTheNotionalOfOneInstrument() {
        risk = market("order.maximumNotional=150", "exposure.maximumInstrument=150");
        risk.positionE8 = e8("1");
        assertEquals(RiskReason.INSTRUMENT_NOTIONAL, buy("0.50001"));
        assertEquals(RiskReason.INSTRUMENT_NOTIONAL, risk.propose(0, Side.BUY, "100.01", "0.5"), "at the higher price");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "99.9", "0.49999"));
        risk = market("order.maximumNotional=150", "exposure.maximumInstrument=150");
        risk.positionE8 = e8("1");
        assertEquals(RiskReason.INSTRUMENT_NOTIONAL, risk.propose(0, Side.BUY, "99.9", "0.50001"), "at mid");
        assertEquals(RiskReason.APPROVED, buy("0.5"));
        assertEquals(RiskReason.INSTRUMENT_NOTIONAL, buy("0.1"), "what works counts");
        risk.positionE8 = e8("2");
        assertEquals(RiskReason.APPROVED, sell("1"));
    }

    @Test
    void shouldHoldConcentrationAndLeverageOfTheEquity() {
        risk = market("exposure.maximumConcentration=0.0005", "exposure.maximumLeverage=0.001");
        assertEquals(RiskReason.CONCENTRATION, buy("0.50001"), "100000 x 0.0005 = 50");
        assertEquals(RiskReason.APPROVED, buy("0.5"));
        assertEquals(RiskReason.CONCENTRATION, buy("0.1"));

        risk = market("exposure.maximumConcentration=0.0005", "exposure.maximumLeverage=0.001");
        risk.grossE8 = e8("50") + 1;
        assertEquals(RiskReason.LEVERAGE, buy("0.5"));
        risk.grossE8 = e8("50");
        assertEquals(RiskReason.APPROVED, buy("0.5"));
        risk = market("exposure.maximumConcentration=0.0005", "exposure.maximumLeverage=0.001");
        risk.equityE8 = e8("100000") - 1;
        assertEquals(RiskReason.CONCENTRATION, buy("0.5"), "of the equity as it stands");
    }

    @Test
    void shouldHoldGrossToWhatAGapMayCost() {
        risk = market("breakers.gapBps=1000");
        risk.grossE8 = e8("79950");
        assertEquals(RiskReason.APPROVED, buy("0.5"), "8000 to lose, 10 %: 80000 may be held");
        assertEquals(RiskReason.DRAWDOWN_BUDGET, buy("0.06"));
        risk = market("breakers.gapBps=1000");
        risk.grossE8 = e8("79950") + 1;
        assertEquals(RiskReason.DRAWDOWN_BUDGET, buy("0.5"));
        risk.positionE8 = e8("0.5");
        assertEquals(RiskReason.APPROVED, sell("0.5"));

        risk = market("breakers.gapBps=1000");
        risk.equityE8 = e8("92010");
        assertEquals(RiskReason.APPROVED, buy("0.99999"), "10 to lose");
        assertEquals(RiskReason.DRAWDOWN_BUDGET, buy("0.06"));
    }

    @Test
    void shouldCutAnOrderToWhatFits() {
        risk = market("order.cutToFit=true", "breakers.gapBps=1000");
        risk.grossE8 = e8("79950");
        assertEquals(RiskReason.APPROVED, buy("0.9"));
        assertEquals(e8("0.5"), risk.frames.slot().verdict().approvedQuantityE8);
        assertEquals(RiskReason.DRAWDOWN_BUDGET, buy("0.9"), "nothing is left");
        assertEquals(0, risk.frames.slot().verdict().approvedQuantityE8);

        risk = market("order.cutToFit=true", "order.maximumNotional=30.005");
        assertEquals(RiskReason.APPROVED, buy("1.7"));
        assertEquals(e8("0.30005"), risk.frames.slot().verdict().approvedQuantityE8);
        risk = market("order.cutToFit=true", "order.maximumNotional=4");
        assertEquals(RiskReason.BELOW_MINIMUM, buy("0.5"), "what fits is too small for the venue");
        risk = market("order.cutToFit=true");
        assertEquals(RiskReason.PRICE_COLLAR, risk.propose(0, Side.BUY, "101", "0.5"), "no size mends a price");
    }

    @Test
    void shouldNeedTheQuoteAssetForASpotBuy() {
        risk = market().top(0, "59999.99", "60000.01");
        risk.equityE8 = e8("93000");
        risk.positionE8 = e8("1");
        assertEquals(RiskReason.BALANCE, risk.propose(0, Side.BUY, "60000", "0.55001"), "60000 of 93000 are spent");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "60000", "0.5"));
        assertEquals(RiskReason.BALANCE, risk.propose(0, Side.BUY, "60000", "0.05001"), "what works is spent as well");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "60000", "0.05"), "to the last unit");
        risk.positionE8 = 0;
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.1"), "a perpetual is not paid for");
    }

    @Test
    void shouldNeedTheBaseAssetForASpotSellUnlessShortsAreAllowed() {
        risk = market("order.shortSpot=false");
        risk.positionE8 = e8("0.5");
        assertEquals(RiskReason.BALANCE, sell("0.50001"));
        assertEquals(RiskReason.APPROVED, sell("0.49999"));
        assertEquals(RiskReason.BALANCE, sell("0.05"), "0.49999 works");
        risk.positionE8 = 0;
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.SELL, "1000", "0.1"));
        risk = market("order.shortSpot=true");
        assertEquals(RiskReason.APPROVED, sell("0.5"));
    }

    @Test
    void shouldHoldOpenOrdersAndRateOfOneInstrument() {
        risk = market("pace.maximumOpenInstrument=2");
        assertEquals(RiskReason.APPROVED, buy("0.1"));
        assertEquals(RiskReason.APPROVED, buy("0.1"));
        assertEquals(RiskReason.INSTRUMENT_OPEN_ORDERS, buy("0.1"));
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.1"));

        risk = market("pace.perSecondInstrument=2");
        assertEquals(RiskReason.APPROVED, buy("0.1"));
        assertEquals(RiskReason.APPROVED, buy("0.1"));
        assertEquals(RiskReason.INSTRUMENT_ORDER_RATE, risk.at(2_000 * MS - 1).propose(0, Side.BUY, "100", "0.1"));
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.1"));
        assertEquals(RiskReason.APPROVED, risk.at(2_000 * MS).propose(0, Side.BUY, "100", "0.1"));
    }

    @Test
    void shouldHoldOrdersAndNotionalOfAUtcDay() {
        risk = new RiskFixture(TestLimits.limits("pace.perDay=5", "price.staleReferenceMs=100000000",
                "pace.maximumOpen=99", "pace.maximumOpenInstrument=99")).at(1).top(0, "99.99", "100.01");
        for (int i = 0; i < 5; i++) {
            assertEquals(RiskReason.APPROVED, risk.at(1 + 1_000 * i * MS).propose(0, Side.BUY, "100", "0.1"));
        }
        risk.at(DAY_MS * MS - 1);
        assertEquals(RiskReason.ORDERS_PER_DAY, buy("0.1"));
        risk.positionE8 = e8("1");
        assertEquals(RiskReason.APPROVED, sell("0.1"), "a position is not captive");
        assertEquals(RiskReason.APPROVED, risk.at(DAY_MS * MS).propose(0, Side.BUY, "100", "0.1"));

        risk = market("order.maximumNotional=100", "pace.notionalPerDay=100");
        assertEquals(RiskReason.APPROVED, buy("0.5"));
        assertEquals(RiskReason.NOTIONAL_PER_DAY, buy("0.50001"));
        assertEquals(RiskReason.APPROVED, buy("0.5"));
        assertEquals(RiskReason.NOTIONAL_PER_DAY, buy("0.05"));
    }

    @Test
    void shouldRefuseADuplicateWithinTheWindow() {
        risk = market("pace.duplicateWindowMs=100");
        assertEquals(RiskReason.APPROVED, buy("0.1"));
        assertEquals(RiskReason.DUPLICATE_ORDER, risk.at(1_100 * MS - 1).propose(0, Side.BUY, "100", "0.1"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.10001"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "0.1"));
        assertEquals(RiskReason.APPROVED, risk.at(1_100 * MS).propose(0, Side.BUY, "100", "0.1"));
        risk = market("pace.duplicateWindowMs=100");
        buy("0.1");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "99.99", "0.1"));
    }

    @Test
    void shouldRefuseToTradeWithItself() {
        risk = market("order.selfTrade=false");
        risk.timeInForce = TimeInForce.GTC;
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100.10", "0.1"));
        long resting = risk.lastId();
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100.09", "0.1"));
        assertEquals(RiskReason.SELF_TRADE, risk.propose(0, Side.BUY, "100.10", "0.1"));
        assertEquals(RiskReason.SELF_TRADE, risk.propose(0, Side.BUY, "100.11", "0.1"));
        assertEquals(RiskReason.SELF_TRADE, risk.propose(0, Side.SELL, "100.09", "0.1"));
        risk.pass(risk.frames.cancelled(resting, e8("0.1")));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100.11", "0.1"));

        risk = market("order.selfTrade=false");
        risk.timeInForce = TimeInForce.IOC;
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100.10", "0.1"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100.10", "0.1"), "an IOC order does not rest");
    }

    private RiskReason buy(String quantity) {
        return risk.propose(0, Side.BUY, "100", quantity);
    }

    private RiskReason sell(String quantity) {
        return risk.propose(0, Side.SELL, "100", quantity);
    }

    private static RiskFixture market(String... limits) {
        return new RiskFixture(TestLimits.limits(limits)).at(1_000 * MS).top(0, "99.99", "100.01").top(1, "999.9",
                "1000.1");
    }
}
