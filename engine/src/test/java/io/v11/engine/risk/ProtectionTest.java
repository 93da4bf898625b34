package io.v11.engine.risk;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.BarLength;
import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.Command;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.VenueReason;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** The stop that rests at the venue: where it lies, when it moves, and what becomes of every answer of the venue. ATR is 1. */
class ProtectionTest {
    private static final long MS = RiskFixture.MS;
    private static final long MINUTE_NS = 60_000L * MS;
    private RiskFixture risk;
    private long minute;
    private long trade;

    @Test
    void shouldPlaceAFixedStopBelowALongEntryAndLeaveItThere() {
        risk = opened("FIXED", e8("0.5"));
        assertStop(IntentKind.NEW, Side.SELL, "98", "0.5", 0);
        long id = risk.lastId();
        risk.pass(risk.frames.quiet(0));
        assertEquals(IntentKind.NONE, risk.protection().kind, "asked once");
        risk.pass(risk.frames.ack(id));
        bar("104.5", "103.5", "104");
        assertEquals(IntentKind.NONE, risk.protection().kind);
        assertEquals(1, risk.stage.protectiveOrders());
        assertEquals(0, risk.stage.workingOrders());
    }

    @Test
    void shouldPlaceAStopAboveAShortEntry() {
        risk = opened("FIXED", -e8("0.5"));
        assertStop(IntentKind.NEW, Side.BUY, "102", "0.5", 0);
    }

    @Test
    void shouldTrailInTheFavourableDirectionOnlyAndByItsStep() {
        risk = opened("TRAILING", e8("0.5"), "stop.stepBps=100", "stop.rankBars=1000");
        long id = acknowledged();
        bar("100.9", "99.9", "100.5");
        assertEquals(IntentKind.NONE, risk.protection().kind, "half a unit is less than 1 %");
        bar("101.5", "100.5", "101.5");
        assertStop(IntentKind.REPLACE, Side.SELL, "99.5", "0.5", id);
        long second = risk.lastId();
        risk.pass(risk.frames.cancelled(id, e8("0.5")));
        risk.pass(risk.frames.ack(second));
        bar("101.5", "100.5", "100.6");
        assertEquals(IntentKind.NONE, risk.protection().kind, "never back");
        assertEquals(1, risk.stage.protectiveOrders());
    }

    @Test
    void shouldFollowThePositionInSizeAndSide() {
        risk = opened("FIXED", e8("0.5"));
        long id = acknowledged();
        position("0.8", Side.BUY, "0.3");
        assertStop(IntentKind.REPLACE, Side.SELL, "98", "0.8", id);
        id = acknowledged();
        position("-0.2", Side.SELL, "1");
        assertEquals(Side.BUY, risk.protection().side);
        assertStop(IntentKind.REPLACE, Side.BUY, "102", "0.2", id);
    }

    @Test
    void shouldCancelTheStopOfAPositionThatIsClosed() {
        risk = opened("FIXED", e8("0.5"));
        long id = acknowledged();
        position("0", Side.SELL, "0.5");
        assertEquals(IntentKind.CANCEL, risk.protection().kind);
        assertEquals(id, risk.protection().restingClientOrderId);
        risk.pass(risk.frames.cancelled(id, e8("0.5")));
        assertEquals(0, risk.stage.protectiveOrders());
        assertEquals(IntentKind.NONE, risk.protection().kind);
    }

    @Test
    void shouldForgetAStopThatWasTriggered() {
        risk = opened("FIXED", e8("0.5"));
        long id = acknowledged();
        risk.positionE8 = 0;
        risk.pass(risk.frames.fill(0, id, ++trade, Side.SELL, e8("97.9"), e8("0.5"), 0, 0));
        assertEquals(IntentKind.NONE, risk.protection().kind);
        assertEquals(0, risk.stage.protectiveOrders());
    }

    @Test
    void shouldCloseAtTheMarketWhenThePriceIsThroughTheStopAlready() {
        risk = opened("FIXED", e8("0.5"));
        risk.pass(risk.frames.rejected(risk.lastId(), VenueReason.WOULD_TRIGGER, IntentKind.NEW));
        assertEquals(IntentKind.NEW, risk.protection().kind);
        assertEquals(0L, risk.protection().stopPriceE8);
        assertEquals(e8("0.5"), risk.protection().quantityE8);
    }

    @Test
    void shouldAskAgainAfterARefusalAndAPause() {
        risk = opened("FIXED", e8("0.5"));
        risk.pass(risk.frames.rejected(risk.lastId(), VenueReason.INSUFFICIENT_BALANCE, IntentKind.NEW));
        assertEquals(IntentKind.NONE, risk.protection().kind);
        risk.at(minute * MINUTE_NS + 249 * MS).pass(risk.frames.quiet(0));
        assertEquals(IntentKind.NONE, risk.protection().kind);
        risk.at(minute * MINUTE_NS + 250 * MS).pass(risk.frames.quiet(0));
        assertStop(IntentKind.NEW, Side.SELL, "98", "0.5", 0);
    }

    @Test
    void shouldKeepTheOldStopWhenAReplacementIsRefused() {
        risk = opened("FIXED", e8("0.5"));
        long id = acknowledged();
        position("0.8", Side.BUY, "0.3");
        risk.pass(risk.frames.rejected(risk.lastId(), VenueReason.FILTER, IntentKind.REPLACE));
        assertEquals(1, risk.stage.protectiveOrders());
        risk.at(minute * MINUTE_NS + 250 * MS).pass(risk.frames.quiet(0));
        assertStop(IntentKind.REPLACE, Side.SELL, "98", "0.8", id);
        risk.pass(risk.frames.rejected(risk.lastId(), VenueReason.UNKNOWN_ORDER, IntentKind.REPLACE));
        assertEquals(0, risk.stage.protectiveOrders(), "the old one is gone");
        risk.at(minute * MINUTE_NS + 500 * MS).pass(risk.frames.quiet(0));
        assertStop(IntentKind.NEW, Side.SELL, "98", "0.8", 0);
    }

    @Test
    void shouldCancelWhatHasNoAnswerAndBeginAnew() {
        risk = opened("FIXED", e8("0.5"));
        long id = risk.lastId();
        risk.at(minute * MINUTE_NS + 999 * MS).pass(risk.frames.quiet(0));
        assertEquals(IntentKind.NONE, risk.protection().kind);
        risk.at(minute * MINUTE_NS + 1_000 * MS).pass(risk.frames.quiet(0));
        assertEquals(IntentKind.CANCEL, risk.protection().kind);
        assertEquals(id, risk.protection().restingClientOrderId);
        risk.pass(risk.frames.rejected(id, VenueReason.UNKNOWN_ORDER, IntentKind.CANCEL));
        risk.at(minute * MINUTE_NS + 1_250 * MS).pass(risk.frames.quiet(0));
        assertStop(IntentKind.NEW, Side.SELL, "98", "0.5", 0);
        assertNotEquals(id, risk.lastId());
    }

    @Test
    void shouldStandBackForAnApprovedOrderAndAskOnTheNextEvent() {
        risk = ready("FIXED");
        risk.positionE8 = e8("0.5");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "0.1"));
        assertEquals(IntentKind.NONE, risk.protection().kind);
        risk.pass(risk.frames.quiet(0));
        assertStop(IntentKind.NEW, Side.SELL, "98", "0.5", 0);
    }

    @Test
    void shouldPutAStopBackAfterACancelOfAll() {
        risk = opened("FIXED", e8("0.5"));
        long id = acknowledged();
        risk.command(Command.FLATTEN);
        assertEquals(IntentKind.NONE, risk.protection().kind);
        risk.pass(risk.frames.cancelled(id, e8("0.5")));
        assertStop(IntentKind.NEW, Side.SELL, "98", "0.5", 0);
    }

    @Test
    void shouldLeaveStopsAloneWhilePaused() {
        risk = opened("FIXED", e8("0.5"));
        acknowledged();
        risk.command(Command.PAUSE);
        position("0.8", Side.BUY, "0.3");
        assertEquals(IntentKind.NONE, risk.protection().kind, "no order may leave; the stop stays as it is");
    }

    @Test
    void shouldCloseAPositionThatIsTooOldInPlaceOfItsStop() {
        risk = opened("FIXED", e8("0.5"), "stop.maximumMinutes=10");
        long id = acknowledged();
        risk.at((minute + 10) * MINUTE_NS - 1).top(0, "99.99", "100.01");
        assertEquals(IntentKind.NONE, risk.protection().kind);
        risk.at((minute + 10) * MINUTE_NS).top(0, "99.99", "100.01");
        assertEquals(IntentKind.REPLACE, risk.protection().kind, "both or neither: it is never sold twice");
        assertEquals(0L, risk.protection().stopPriceE8);
        assertEquals(id, risk.protection().restingClientOrderId);
        assertEquals(e8("0.5"), risk.protection().quantityE8);
    }

    @Test
    void shouldNotCountStopsAgainstLimitsOfOpening() {
        risk = opened("FIXED", e8("1"));
        acknowledged();
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "1"), "not taken for a position of -1");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.BUY, "100", "1"));
    }

    private void assertStop(IntentKind kind, Side side, String stop, String quantity, long resting) {
        assertEquals(kind, risk.protection().kind);
        assertEquals(0, risk.protection().instrument);
        assertEquals(side, risk.protection().side);
        assertEquals(e8(stop), risk.protection().stopPriceE8);
        assertEquals(e8(quantity), risk.protection().quantityE8);
        assertEquals(resting, risk.protection().restingClientOrderId);
    }

    /** The last request is acknowledged; its id. */
    private long acknowledged() {
        long id = risk.lastId();
        long replaced = risk.protection().restingClientOrderId;
        if (replaced != 0) {
            risk.pass(risk.frames.cancelled(replaced, 0));
        }
        risk.pass(risk.frames.ack(id));
        return id;
    }

    private void position(String position, Side side, String quantity) {
        risk.positionE8 = e8(position);
        risk.pass(risk.frames.fill(0, 77, ++trade, side, e8("100"), e8(quantity), 0, 0));
    }

    private void bar(String high, String low, String close) {
        minute++;
        risk.at(minute * MINUTE_NS).bar(0, BarLength.MINUTE, minute * MINUTE_NS, high, low, close);
    }

    private RiskFixture opened(String mode, long positionE8, String... limits) {
        risk = ready(mode, limits);
        risk.positionE8 = positionE8;
        risk.pass(risk.frames.quiet(0));
        return risk;
    }

    private RiskFixture ready(String mode, String... limits) {
        String[] all = Arrays.copyOf(limits, limits.length + 2);
        all[limits.length] = "stop.mode=" + mode;
        all[limits.length + 1] = "price.staleReferenceMs=10000000";
        risk = new RiskFixture(TestLimits.limits(all));
        minute = 0;
        for (int i = 0; i < 4; i++) {
            bar("100.5", "99.5", "100");
        }
        return risk;
    }
}
