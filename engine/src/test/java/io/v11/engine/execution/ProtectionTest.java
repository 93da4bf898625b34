package io.v11.engine.execution;

import org.junit.jupiter.api.Test;

import io.v11.config.ExecutionSettings;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.trading.OrderFrames;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What risk wants for the safety of a position, on its way to the venue. */
class ProtectionTest {
    private static final int RUN = 3;
    private static final long LIFE_MS = 2_000;

    private final OrderFrames frames = new OrderFrames();
    private final ExecutionStage stage = new ExecutionStage(new ExecutionSettings(LIFE_MS), RUN);

    @Test
    void shouldRestAStopThatOnlyShrinksThePosition() {
        OrderIntent intent = pass(protection(IntentKind.NEW, "95", 0));

        assertEquals(IntentKind.NEW, intent.kind);
        assertEquals(ClientOrderId.of(RUN, frames.sequence()), intent.clientOrderId);
        assertEquals(OrderType.STOP, intent.type);
        assertEquals(TimeInForce.GTC, intent.timeInForce);
        assertEquals(e8("95"), intent.stopPriceE8);
        assertEquals(e8("2"), intent.quantityE8);
        assertEquals(Side.SELL, intent.side);
        assertTrue(intent.reduceOnly);
        assertEquals(1, stage.openOrders());
    }

    @Test
    void shouldNeverCancelAStopForAge() {
        frames.at(1_000_000L);
        pass(protection(IntentKind.NEW, "95", 0));

        frames.at(Long.MAX_VALUE / 2);
        assertEquals(IntentKind.NONE, pass(frames.quiet(0)).kind);
    }

    @Test
    void shouldReplaceAStopAndFollowBoth() {
        long old = pass(protection(IntentKind.NEW, "95", 0)).clientOrderId;
        stage.onEvent(frames.ack(old));
        OrderIntent intent = pass(protection(IntentKind.REPLACE, "96", old));
        long fresh = intent.clientOrderId;

        assertEquals(IntentKind.REPLACE, intent.kind);
        assertEquals(old, intent.replacedClientOrderId);
        assertEquals(e8("96"), intent.stopPriceE8);
        assertEquals(2, stage.openOrders());
        stage.onEvent(frames.cancelled(old, e8("2")));
        stage.onEvent(frames.ack(fresh));
        assertEquals(1, stage.openOrders());
    }

    @Test
    void shouldForgetAReplacementThatTheVenueRefuses() {
        long old = pass(protection(IntentKind.NEW, "95", 0)).clientOrderId;
        long fresh = pass(protection(IntentKind.REPLACE, "96", old)).clientOrderId;
        stage.onEvent(frames.rejected(fresh, VenueReason.UNKNOWN_ORDER, IntentKind.REPLACE));

        assertEquals(1, stage.openOrders());
        assertEquals(1, stage.rejected());
    }

    @Test
    void shouldWithdrawAStop() {
        long old = pass(protection(IntentKind.NEW, "95", 0)).clientOrderId;
        OrderIntent intent = pass(protection(IntentKind.CANCEL, "95", old));

        assertEquals(IntentKind.CANCEL, intent.kind);
        assertEquals(old, intent.clientOrderId);
        assertEquals(IntentKind.NONE, pass(protection(IntentKind.CANCEL, "95", 77)).kind, "it has ended");
    }

    @Test
    void shouldCloseAPositionAtOnceWithoutAStopPrice() {
        OrderIntent intent = pass(protection(IntentKind.NEW, "0", 0));

        assertEquals(OrderType.MARKET, intent.type);
        assertEquals(TimeInForce.IOC, intent.timeInForce);
        assertTrue(intent.reduceOnly);
    }

    @Test
    void shouldSendAnApprovedOrderFirst() {
        EngineEvent event = protection(IntentKind.NEW, "95", 0);
        event.signal().reason = SignalReason.PROPOSED;
        event.signal().type = OrderType.LIMIT;
        event.signal().side = Side.BUY;
        event.signal().timeInForce = TimeInForce.IOC;
        event.verdict().reason = RiskReason.APPROVED;
        event.verdict().approvedQuantityE8 = e8("1");

        OrderIntent intent = pass(event);

        assertEquals(OrderType.LIMIT, intent.type);
        assertEquals(1, stage.openOrders());
    }

    private EngineEvent protection(IntentKind kind, String stop, long resting) {
        EngineEvent event = frames.quiet(0);
        event.verdict().protection.kind = kind;
        event.verdict().protection.instrument = 0;
        event.verdict().protection.side = Side.SELL;
        event.verdict().protection.stopPriceE8 = e8(stop);
        event.verdict().protection.quantityE8 = e8("2");
        event.verdict().protection.restingClientOrderId = resting;
        return event;
    }

    private OrderIntent pass(EngineEvent event) {
        stage.onEvent(event);
        return event.intent();
    }
}
