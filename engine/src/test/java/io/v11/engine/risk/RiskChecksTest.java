package io.v11.engine.risk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.v11.config.RiskLimits;
import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.VenueReason;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every check at the limit, one unit inside and one outside. Mid of instrument 0 is 100, of instrument 1 is 1,000. */
class RiskChecksTest {
    private RiskFixture risk;

    @BeforeEach
    void openMarket() {
        risk = new RiskFixture().at(1_000 * RiskFixture.MS).top(0, "99.99", "100.01").top(1, "999.9", "1000.1");
    }

    @Test
    void shouldApproveAnOrdinaryOrder() {
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100.01", "0.5"));
        assertEquals(e8("0.5"), risk.frames.slot().verdict().approvedQuantityE8);
        assertEquals(1, risk.stage.workingOrders());
    }

    @Test
    void shouldRefuseMalformedOrders() {
        long price = e8("100");
        long quantity = e8("0.5");
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.NONE, price, quantity));
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.BUY, 0, quantity));
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.BUY, -price, quantity));
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.BUY, price + 1, quantity));
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.BUY, price - 1, quantity));
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.BUY, price, 0));
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.BUY, price, -quantity));
        assertEquals(RiskReason.MALFORMED, risk.propose(0, Side.BUY, price, quantity + 1));
        assertEquals(RiskReason.MALFORMED, risk.propose(-1, Side.BUY, price, quantity));
        assertEquals(RiskReason.MALFORMED, risk.propose(2, Side.BUY, price, quantity));
        assertEquals(0, risk.frames.slot().verdict().approvedQuantityE8);
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, price, quantity));
    }

    @Test
    void shouldNeedAReferencePrice() {
        RiskFixture blind = new RiskFixture().at(0).top(1, "999.9", "1000.1");

        assertEquals(RiskReason.NO_REFERENCE_PRICE, blind.propose(0, Side.BUY, "100", "0.5"));
        assertEquals(RiskReason.APPROVED, blind.propose(1, Side.BUY, "1000", "0.5"));
    }

    @Test
    void shouldRefuseAStaleReferencePrice() {
        long change = 1_000 * RiskFixture.MS;
        long limit = 1_000 * RiskFixture.MS;
        assertEquals(RiskReason.APPROVED, risk.at(change + limit - 1).propose(0, Side.BUY, "100", "0.5"));
        assertEquals(RiskReason.APPROVED, risk.at(change + limit).propose(0, Side.BUY, "100", "0.5"));
        assertEquals(RiskReason.STALE_REFERENCE_PRICE, risk.at(change + limit + 1).propose(0, Side.BUY, "100", "0.5"));

        risk.frames.top(0, e8("99.99"), e8("100.01")).market().topChanged = false;
        risk.pass(risk.frames.slot());
        assertEquals(RiskReason.STALE_REFERENCE_PRICE, risk.propose(0, Side.BUY, "100", "0.5"),
                "seen, but not changed");
        risk.top(0, "99.99", "100.01");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.5"));
    }

    @Test
    void shouldRefuseWhileTheTopIsInvalidOrTheClockWentBack() {
        risk.frames.top(0, e8("100.01"), e8("99.99")).market().topValid = false;
        risk.pass(risk.frames.slot());
        assertEquals(RiskReason.STALE_REFERENCE_PRICE, risk.propose(0, Side.BUY, "100", "0.5"));

        risk.top(0, "99.99", "100.01").at(1_000 * RiskFixture.MS - 1);
        assertEquals(RiskReason.STALE_REFERENCE_PRICE, risk.propose(0, Side.BUY, "100", "0.5"));
    }

    @Test
    void shouldHoldTheCollarOnTheAggressiveSide() {
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100.49", "0.5"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100.50", "0.5"));
        assertEquals(RiskReason.PRICE_COLLAR, risk.propose(0, Side.BUY, "100.51", "0.5"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "99.51", "0.5"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "99.50", "0.5"));
        assertEquals(RiskReason.PRICE_COLLAR, risk.propose(0, Side.SELL, "99.49", "0.5"));
    }

    @Test
    void shouldLetPassivePricesLieFarFromTheMid() {
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "10", "0.5"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "1000", "0.5"));
    }

    @Test
    void shouldRefuseAnAbsurdPriceWithoutFailing() {
        assertEquals(RiskReason.PRICE_COLLAR,
                risk.propose(0, Side.BUY, Long.MAX_VALUE / 1_000_000 * 1_000_000, e8("1")));
        // The product would need 85 bits.
        assertEquals(RiskReason.ORDER_NOTIONAL,
                risk.propose(1, Side.SELL, Long.MAX_VALUE / 10_000_000 * 10_000_000, e8("10")));
    }

    @Test
    void shouldHoldTheMaximumQuantity() {
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.99999"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "1"));
        assertEquals(RiskReason.ORDER_QUANTITY, risk.propose(0, Side.BUY, "100", "1.00001"));
    }

    @Test
    void shouldHoldTheOrderNotional() {
        RiskFixture small = limited(limits("500", "250000"));
        assertEquals(RiskReason.APPROVED, small.propose(1, Side.BUY, "1000", "0.499"));
        assertEquals(RiskReason.APPROVED, small.propose(1, Side.BUY, "1000", "0.5"));
        assertEquals(RiskReason.ORDER_NOTIONAL, small.propose(1, Side.BUY, "1000", "0.501"));
        assertEquals(RiskReason.ORDER_NOTIONAL, small.propose(1, Side.BUY, "1000.1", "0.5"));
    }

    @Test
    void shouldHoldTheMinimumNotional() {
        assertEquals(RiskReason.BELOW_MINIMUM, risk.propose(1, Side.BUY, "1000", "0.019"));
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.02"));
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.021"));
        assertEquals(RiskReason.BELOW_MINIMUM, risk.propose(1, Side.BUY, "999.9", "0.02"));
    }

    @Test
    void shouldHoldThePositionLimit() {
        risk.positionE8 = e8("1");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "1"));
        risk = limited(limits("100000", "250000"));
        risk.positionE8 = e8("1.00001");
        assertEquals(RiskReason.POSITION_LIMIT, risk.propose(0, Side.BUY, "100", "1"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.99999"));

        risk = limited(limits("100000", "250000"));
        risk.positionE8 = -e8("1.00001");
        assertEquals(RiskReason.POSITION_LIMIT, risk.propose(0, Side.SELL, "100", "1"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "0.99999"));
    }

    @Test
    void shouldCountWorkingOrdersIntoThePosition() {
        risk.positionE8 = e8("0.5");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.7"));
        assertEquals(RiskReason.POSITION_LIMIT, risk.propose(0, Side.BUY, "100", "0.80001"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "1"), "does not help the other side");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.8"));
        assertEquals(RiskReason.POSITION_LIMIT, risk.propose(0, Side.BUY, "100", "0.06"));
    }

    @Test
    void shouldLetAPositionBeyondItsLimitShrink() {
        risk.positionE8 = e8("5");

        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "1"));
        assertEquals(RiskReason.POSITION_LIMIT, risk.propose(0, Side.BUY, "100", "0.1"));
    }

    @Test
    void shouldHoldTheGrossLimitWithWorkingOrders() {
        RiskFixture small = limited(limits("1000", "2000"));
        small.grossE8 = e8("1000");
        assertEquals(RiskReason.APPROVED, small.propose(1, Side.BUY, "1000", "0.5"));
        assertEquals(RiskReason.NOTIONAL_LIMIT, small.propose(1, Side.BUY, "1000", "0.501"));
        assertEquals(RiskReason.APPROVED, small.propose(1, Side.SELL, "1000", "0.499"));
        small.grossE8 = e8("981");
        assertEquals(RiskReason.APPROVED, small.propose(1, Side.SELL, "1000", "0.02"), "981 + 999 + 20");
        small.grossE8 = e8("961") + 1;
        assertEquals(RiskReason.NOTIONAL_LIMIT, small.propose(1, Side.SELL, "1000", "0.02"));
    }

    @Test
    void shouldNotHoldAPositionCaptiveAtTheGrossLimit() {
        RiskFixture small = limited(limits("1000", "2000"));
        small.grossE8 = e8("5000");
        small.positionE8 = e8("0.9");
        assertEquals(RiskReason.NOTIONAL_LIMIT, small.propose(1, Side.BUY, "1000", "0.5"));
        assertEquals(RiskReason.APPROVED, small.propose(1, Side.SELL, "1000", "0.9"));
        assertEquals(RiskReason.NOTIONAL_LIMIT, small.propose(1, Side.SELL, "1000", "0.1"), "0.9 works on that side");
    }

    @Test
    void shouldHoldTheRateInASlidingSecond() {
        RiskFixture wide = limited(TestLimits.limits("pace.maximumOpen=100", "pace.maximumOpenInstrument=100",
                "price.staleReferenceMs=2000"));
        for (int i = 0; i < 5; i++) {
            assertEquals(RiskReason.APPROVED, wide.at(1_000 * RiskFixture.MS + i).propose(1, Side.BUY, "1000", "0.1"));
        }
        assertEquals(RiskReason.ORDER_RATE, wide.at(1_000 * RiskFixture.MS + 5).propose(1, Side.BUY, "1000", "0.1"));
        assertEquals(RiskReason.ORDER_RATE, wide.at(2_000 * RiskFixture.MS - 1).propose(1, Side.BUY, "1000", "0.1"));
        assertEquals(RiskReason.APPROVED, wide.at(2_000 * RiskFixture.MS).propose(1, Side.BUY, "1000", "0.1"));
        assertEquals(RiskReason.ORDER_RATE, wide.propose(1, Side.BUY, "1000", "0.1"));
        assertEquals(RiskReason.APPROVED, wide.at(2_000 * RiskFixture.MS + 1).propose(1, Side.BUY, "1000", "0.1"));
    }

    @Test
    void shouldHoldTheNumberOfOpenOrders() {
        for (int i = 0; i < 4; i++) {
            assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.1"), "order " + i);
        }
        long last = risk.lastId();
        assertEquals(RiskReason.OPEN_ORDERS, risk.propose(1, Side.BUY, "1000", "0.1"));
        risk.pass(risk.frames.cancelled(last, e8("0.1")));
        assertEquals(RiskReason.APPROVED, risk.propose(1, Side.BUY, "1000", "0.1"));
    }

    @Test
    void shouldReleaseExposureAsReportsSay() {
        risk.propose(0, Side.BUY, "100", "1");
        long id = risk.lastId();
        risk.propose(0, Side.BUY, "100", "1");
        long other = risk.lastId();
        assertEquals(RiskReason.POSITION_LIMIT, risk.propose(0, Side.BUY, "100", "0.1"));

        risk.pass(risk.frames.fill(0, id, 1, Side.BUY, e8("100"), e8("0.4"), e8("0.6"), 0));
        risk.positionE8 = e8("0.4");
        assertEquals(RiskReason.POSITION_LIMIT, risk.propose(0, Side.BUY, "100", "0.1"), "filled is held, not freed");
        risk.pass(risk.frames.rejected(other, VenueReason.UNKNOWN_ORDER, IntentKind.CANCEL));
        risk.pass(risk.frames.rejected(other, VenueReason.DUPLICATE_CLIENT_ORDER_ID, IntentKind.NEW));
        assertEquals(2, risk.stage.workingOrders(), "neither refusal says that the order is gone");
        risk.pass(risk.frames.rejected(other, VenueReason.FILTER, IntentKind.NEW));
        risk.pass(risk.frames.rejected(other, VenueReason.FILTER, IntentKind.NEW));
        assertEquals(1, risk.stage.workingOrders());
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "1"), "0.4 held, 0.6 works, 1 more is 2");
    }

    @Test
    void shouldIgnoreAFillThatComesAgainOrLate() {
        risk.propose(0, Side.BUY, "100", "1");
        long id = risk.lastId();
        risk.pass(risk.frames.fill(0, id, 2, Side.BUY, e8("100"), e8("0.5"), e8("0.3"), 0));
        risk.pass(risk.frames.fill(0, id, 2, Side.BUY, e8("100"), e8("0.5"), e8("0.3"), 0));
        risk.pass(risk.frames.fill(0, id, 1, Side.BUY, e8("100"), e8("0.2"), e8("0.8"), 0));
        risk.positionE8 = e8("0.7");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "1"), "0.7 held, 0.3 works, 1 more is 2");

        risk.pass(risk.frames.fill(0, id, 3, Side.BUY, e8("100"), e8("0.3"), 0, 0));
        assertEquals(1, risk.stage.workingOrders());
    }

    private static RiskFixture limited(RiskLimits limits) {
        return new RiskFixture(limits).at(1_000 * RiskFixture.MS).top(0, "99.99", "100.01").top(1, "999.9", "1000.1");
    }

    private static RiskLimits limits(String order, String gross) {
        return TestLimits.limits("order.maximumNotional=" + order, "exposure.maximumGross=" + gross);
    }
}
