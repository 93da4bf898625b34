package io.v11.engine.risk;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.Command;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each breaker at its limit, one unit before and beyond, what it leaves allowed, and what lifts it. */
class BreakersTest {
    private static final long MS = RiskFixture.MS;
    private static final long DAY_NS = 86_400_000L * MS;
    private static final String[] ROOM = {"pace.maximumOpen=99", "pace.maximumOpenInstrument=99", "pace.perSecond=99",
        "pace.perSecondInstrument=99"};
    private RiskFixture risk;
    private long trade;

    @Test
    void shouldReduceAtTheSoftDrawdownAndKeepTheHardOneWhereItWas() {
        risk = market("breakers.softDrawdownFraction=0.06");
        equity("94000", 1);
        assertEquals(RiskReason.APPROVED, buy());
        equity("94000", 0);
        assertTrue(risk.cancelAll());
        assertEquals("REDUCING", risk.stage.tradingState());
        assertEquals(RiskReason.SOFT_DRAWDOWN, buy());
        equity("99000", 0);
        assertEquals(RiskReason.SOFT_DRAWDOWN, buy(), "recovery lifts nothing");

        risk.command(Command.RESUME);
        equity("93000", 0);
        assertEquals("REDUCING", risk.stage.tradingState(), "it had been above in between");
        risk.command(Command.RESUME);
        equity("92500", 0);
        assertEquals("ACTIVE", risk.stage.tradingState(), "accepted while it lasts");
        equity("92000", 0);
        assertEquals("HALTED", risk.stage.tradingState(), "the peak is still 100000");
    }

    @Test
    void shouldFireBeforeClosingCostsWouldPassTheLimit() {
        risk = market("breakers.slippageReserveBps=20");
        risk.grossE8 = e8("50000");
        equity("92100", 2);
        assertEquals("ACTIVE", risk.stage.tradingState(), "50000 x 20 bp = 100");
        equity("92100", 0);
        assertEquals("HALTED", risk.stage.tradingState());
        assertEquals(RiskReason.DRAWDOWN, buy());
    }

    @Test
    void shouldReduceOnTheLossOfADay() {
        risk = market("breakers.dailyLossFraction=0.02");
        equity("98000", 1);
        assertEquals(RiskReason.APPROVED, buy());
        equity("98000", 0);
        assertTrue(risk.cancelAll());
        assertEquals(RiskReason.DAILY_LOSS, buy());
        risk.at(DAY_NS + 1);
        equity("98000", 0);
        assertEquals("REDUCING", risk.stage.tradingState(), "the next day lifts nothing unless so configured");
        risk.command(Command.RESUME);
        equity("96040", 1);
        assertEquals("ACTIVE", risk.stage.tradingState());
        equity("96040", 0);
        assertEquals("REDUCING", risk.stage.tradingState(), "2 % of what the person accepted");
    }

    @Test
    void shouldLiftTheDailyLossAloneWhenSoConfigured() {
        risk = market("breakers.dailyLossFraction=0.02", "breakers.dailyRearm=true");
        equity("97000", 0);
        assertEquals("REDUCING", risk.stage.tradingState());
        risk.at(DAY_NS - 1);
        equity("97000", 0);
        assertEquals("REDUCING", risk.stage.tradingState());
        risk.at(DAY_NS);
        equity("97000", 0);
        assertEquals("ACTIVE", risk.stage.tradingState());

        equity("95000", 0);
        risk.command(Command.FLATTEN);
        risk.at(2 * DAY_NS);
        equity("95000", 0);
        assertEquals("REDUCING", risk.stage.tradingState(), "what a person ordered stays");
    }

    @Test
    void shouldReduceAfterLosingRoundTripsInARow() {
        risk = market("breakers.lossStreak=3");
        trip("100", "99.99", 0);
        trip("100", "99.99", 0);
        trip("100", "100", 0);
        trip("100", "99.99", 0);
        trip("100", "100.01", e8("0.02"));
        assertEquals("ACTIVE", risk.stage.tradingState(), "breaking even ended the first streak");
        trip("100", "100.001", e8("0.02"));
        assertEquals("REDUCING", risk.stage.tradingState(), "fees make a loss");
        assertEquals(RiskReason.LOSS_STREAK, buy());
        risk.command(Command.RESUME);
        trip("100", "99.99", 0);
        trip("100", "99.99", 0);
        assertEquals("ACTIVE", risk.stage.tradingState());
    }

    @Test
    void shouldReduceOnMeanSlippageAgainstTheReferenceOfTheDecision() {
        risk = market("breakers.slippageFills=4", "breakers.slippageBps=10");
        risk.referenceE8 = e8("100");
        fill(Side.BUY, "100.2", 0);
        fill(Side.SELL, "99.8", 0);
        fill(Side.BUY, "100", 0);
        assertEquals("ACTIVE", risk.stage.tradingState(), "too few");
        fill(Side.SELL, "100", 0);
        assertEquals("ACTIVE", risk.stage.tradingState(), "10 bp is the limit");
        fill(Side.SELL, "99.79", 0);
        assertEquals("REDUCING", risk.stage.tradingState());
        assertEquals(RiskReason.SLIPPAGE, risk.propose(0, Side.SELL, "100", "0.1"));
    }

    @Test
    void shouldReduceWhenOneSideIsFilledTooOften() {
        risk = market("pace.repeatedFills=3", "pace.repeatedWindowMs=1000");
        fill(Side.BUY, "100", 0);
        fill(Side.BUY, "100", 0);
        fill(Side.SELL, "100", 0);
        fill(Side.BUY, "100", 0);
        fill(Side.BUY, "100", 0);
        assertEquals("ACTIVE", risk.stage.tradingState(), "a sell between");
        risk.at(2_000 * MS).top(0, "99.99", "100.01");
        fill(Side.BUY, "100", 0);
        assertEquals("ACTIVE", risk.stage.tradingState(), "the window is open at its old end");
        risk.at(2_000 * MS - 1 + 1_000 * MS).top(0, "99.99", "100.01");
        fill(Side.BUY, "100", 0);
        fill(Side.BUY, "100", 0);
        assertEquals("REDUCING", risk.stage.tradingState());
        assertTrue(risk.cancelAll());
        assertEquals(RiskReason.REPEATED_EXECUTION, buy());
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "0.1"), "a position is not captive");
        risk.command(Command.RESUME);
        assertEquals(RiskReason.APPROVED, buy());
    }

    @Test
    void shouldCountAnOrderOnceHoweverOftenItIsFilled() {
        risk = market("pace.repeatedFills=2", "pace.repeatedWindowMs=1000");
        risk.propose(0, Side.BUY, "100", "0.3");
        long id = risk.lastId();
        for (int left = 2; left >= 0; left--) {
            risk.positionE8 += e8("0.1");
            risk.pass(risk.frames.fill(0, id, ++trade, Side.BUY, e8("100"), e8("0.1"), left * e8("0.1"), 0));
        }
        assertEquals("ACTIVE", risk.stage.tradingState());
    }

    @Test
    void shouldLeaveTheHardestCauseInForceAndResumeAll() {
        risk = market("breakers.softDrawdownFraction=0.02", "breakers.dailyLossFraction=0.01");
        equity("97000", 0);
        assertEquals(RiskReason.SOFT_DRAWDOWN, buy());
        risk.command(Command.PAUSE);
        assertEquals(RiskReason.PAUSED, buy());
        equity("92000", 0);
        assertEquals(RiskReason.DRAWDOWN, buy());
        risk.command(Command.KILL);
        assertEquals(RiskReason.KILLED, buy());
        risk.command(Command.RESUME);
        assertEquals(RiskReason.APPROVED, buy());
    }

    @Test
    void shouldCloseEveryPositionAtTheHardDrawdownWithoutCancellingWhatDoesNotWork() {
        risk = market();
        risk.positionE8 = e8("1.5");
        risk.grossE8 = e8("150");
        equity("92000", 0);

        assertFalse(risk.cancelAll(), "nothing works");
        assertEquals(IntentKind.NEW, risk.protection().kind);
        assertEquals(Side.SELL, risk.protection().side);
        assertEquals(0L, risk.protection().stopPriceE8, "at the market");
        assertEquals(e8("1"), risk.protection().quantityE8, "the instrument's largest order");
        long id = risk.lastId();
        risk.pass(risk.frames.quiet(0));
        assertEquals(IntentKind.NONE, risk.protection().kind, "asked once");
        risk.pass(risk.frames.ack(id));
        risk.positionE8 = e8("0.5");
        risk.pass(risk.frames.fill(0, id, ++trade, Side.SELL, e8("99"), e8("1"), 0, 0));
        assertEquals(e8("0.5"), risk.protection().quantityE8, "the rest, on the very event of the fill");
        risk.positionE8 = 0;
        risk.grossE8 = 0;
        risk.pass(risk.frames.fill(0, risk.lastId(), ++trade, Side.SELL, e8("99"), e8("0.5"), 0, 0));
        assertEquals(IntentKind.NONE, risk.protection().kind);
        assertEquals(0, risk.stage.protectiveOrders());
    }

    @Test
    void shouldCancelFirstWhenOrdersWork() {
        risk = market();
        risk.propose(0, Side.BUY, "100", "0.1");
        long id = risk.lastId();
        risk.positionE8 = e8("1");
        risk.grossE8 = e8("100");
        equity("92000", 0);
        assertTrue(risk.cancelAll());
        assertEquals(IntentKind.NONE, risk.protection().kind);
        risk.pass(risk.frames.cancelled(id, e8("0.1")));
        assertEquals(IntentKind.NEW, risk.protection().kind);
    }

    @Test
    void shouldNotCloseForAPersonWhoKilledOrPaused() {
        risk = market();
        risk.command(Command.KILL);
        risk.positionE8 = e8("1");
        risk.grossE8 = e8("100");
        equity("92000", 0);
        risk.pass(risk.frames.quiet(0));
        assertEquals(IntentKind.NONE, risk.protection().kind);
    }

    @Test
    void shouldReduceWhatAGapCouldNotCarry() {
        risk = market("breakers.gapBps=1000");
        risk.positionE8 = e8("1");
        risk.grossE8 = e8("80000");
        equity("100000", 0);
        assertEquals(IntentKind.NONE, risk.protection().kind, "8000 / 10 %");
        risk.grossE8 = e8("90000");
        equity("100000", 0);
        assertEquals(IntentKind.NEW, risk.protection().kind);
        assertEquals(e8("1"), risk.protection().quantityE8, "18000 must go, the position is worth 100");
        assertEquals("ACTIVE", risk.stage.tradingState());
    }

    private void trip(String entry, String exit, long feeE8) {
        fill(Side.BUY, entry, 0);
        fill(Side.SELL, exit, feeE8);
    }

    /** One unit of 1 of instrument 0 is ordered and filled. */
    private void fill(Side side, String price, long feeE8) {
        assertEquals(RiskReason.APPROVED, risk.propose(0, side, "100", "0.1"));
        risk.positionE8 += side == Side.BUY ? e8("0.1") : -e8("0.1");
        risk.pass(risk.frames.fill(0, risk.lastId(), ++trade, side, e8(price), e8("0.1"), 0, feeE8));
    }

    private void equity(String equity, long more) {
        risk.equityE8 = e8(equity) + more;
        risk.pass(risk.frames.quiet(0));
    }

    private RiskReason buy() {
        return risk.propose(0, Side.BUY, "100", "0.1");
    }

    private static RiskFixture market(String... limits) {
        String[] all = Stream.concat(Arrays.stream(ROOM), Arrays.stream(limits))
                .toArray(String[]::new);
        return new RiskFixture(TestLimits.limits(all)).at(1_000 * MS).top(0, "99.99", "100.01").top(1, "999.9",
                "1000.1");
    }
}
