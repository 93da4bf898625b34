package io.v11.engine.execution;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ExecutionSettings;
import io.v11.config.Limits;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.OrderFrames;
import io.v11.journal.event.Command;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExecutionStageTest {
    private static final int RUN = 3;
    private static final long LIFE = 2_000_000_000L;
    private static final long ONE = e8("1");
    private static final long PRICE = e8("100");

    private final OrderFrames frames = new OrderFrames();
    private final ExecutionStage stage = new ExecutionStage(new ExecutionSettings(2_000), RUN);

    @Test
    void shouldSendWhatRiskApproved() {
        OrderIntent intent = pass(approved());

        assertEquals(IntentKind.NEW, intent.kind);
        assertEquals(ClientOrderId.of(RUN, frames.sequence()), intent.clientOrderId);
        assertEquals(0, intent.instrument);
        assertEquals(Side.BUY, intent.side);
        assertEquals(TimeInForce.GTC, intent.timeInForce);
        assertEquals(PRICE, intent.priceE8);
        assertEquals(ONE, intent.quantityE8);
        assertEquals(1, stage.openOrders());
    }

    @Test
    void shouldSendNothingThatRiskRefused() {
        EngineEvent refused = approved();
        refused.verdict().reason = RiskReason.PRICE_COLLAR;

        assertEquals(IntentKind.NONE, pass(refused).kind);
        assertEquals(0, stage.openOrders());
    }

    @Test
    void shouldFollowAnOrderToItsFill() {
        long id = send();
        pass(frames.ack(id));
        fill(id, 1, "0.4", "0.6");
        fill(id, 2, "0.6", "0");

        assertEquals(0, stage.openOrders());
        assertEquals(1, stage.filled());
        assertEquals(0, stage.repeatedReports() + stage.unmatchedReports());
    }

    @Test
    void shouldApplyEachFillOnce() {
        long id = send();
        fill(id, 1, "0.4", "0.6");
        fill(id, 1, "0.4", "0.6");
        assertEquals(1, stage.repeatedReports());
        fill(id, 3, "0.3", "0.1");
        fill(id, 2, "0.2", "0.3");
        assertEquals(2, stage.repeatedReports(), "what is left can only shrink");
        fill(id, 4, "0.1", "0");
        fill(id, 4, "0.1", "0");
        assertEquals(1, stage.unmatchedReports());
        assertEquals(1, stage.filled());
    }

    @Test
    void shouldTakeAFillBeforeItsAcknowledgement() {
        long id = send();
        fill(id, 1, "0.4", "0.6");
        pass(frames.ack(id));
        pass(frames.ack(id));
        fill(id, 2, "0.6", "0");

        assertEquals(1, stage.filled());
        assertEquals(2, stage.repeatedReports());
    }

    @Test
    void shouldTakeAFillAfterACancelWasAskedFor() {
        long id = send();
        pass(frames.at(LIFE).quiet(0));
        fill(id, 1, "0.4", "0.6");
        assertEquals(1, stage.openOrders());
        pass(frames.cancelled(id, e8("0.6")));

        assertEquals(1, stage.fillsAfterCancel());
        assertEquals(1, stage.cancelled());
        assertEquals(0, stage.openOrders());
    }

    @Test
    void shouldEndRejectedOrders() {
        long id = send();
        pass(frames.rejected(id, VenueReason.FILTER, IntentKind.NEW));
        assertEquals(1, stage.rejected());
        assertEquals(0, stage.openOrders());
        pass(frames.rejected(id, VenueReason.FILTER, IntentKind.NEW));
        assertEquals(1, stage.unmatchedReports());
    }

    @Test
    void shouldKeepAnOrderThatTheVenueKnowsUnderItsId() {
        long id = send();
        pass(frames.rejected(id, VenueReason.DUPLICATE_CLIENT_ORDER_ID, IntentKind.NEW));
        assertEquals(1, stage.openOrders());
    }

    @Test
    void shouldCountARefusedCancelAndAskAgain() {
        long id = send();
        assertEquals(IntentKind.CANCEL, pass(frames.at(LIFE).quiet(0)).kind);
        pass(frames.rejected(id, VenueReason.UNKNOWN_ORDER, IntentKind.CANCEL));
        assertEquals(1, stage.refusedCancels());
        assertEquals(IntentKind.NONE, pass(frames.at(2 * LIFE - 1).quiet(0)).kind);
        assertEquals(IntentKind.CANCEL, pass(frames.at(2 * LIFE).quiet(0)).kind);
        assertEquals(1, stage.repeatedCancels());
    }

    @Test
    void shouldFailOnReportsThatAVenueMayNotMake() {
        long id = send();
        assertThrows(IllegalStateException.class, () -> fill(id, 1, "1.1", "0"), "more than ordered");
        assertThrows(IllegalStateException.class, () -> fill(id, 1, "0.5", "0.6"),
                "more than ordered, with what is left");
        assertThrows(IllegalStateException.class, () -> fill(id, 1, "0.5", "-0.5"));
        assertThrows(IllegalStateException.class,
                () -> pass(frames.fill(0, id, 1, Side.SELL, PRICE, ONE, 0, 0)), "the other side");
        assertThrows(IllegalStateException.class,
                () -> pass(frames.fill(1, id, 1, Side.BUY, PRICE, ONE, 0, 0)), "another instrument");
        pass(frames.ack(id));
        assertThrows(IllegalStateException.class,
                () -> pass(frames.rejected(id, VenueReason.FILTER, IntentKind.NEW)), "rejected after acknowledged");
    }

    @Test
    void shouldCancelOrdersByAgeOldestFirst() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            frames.at(i * 100L);
            ids.add(send());
        }
        assertEquals(IntentKind.NONE, pass(frames.at(LIFE - 1).quiet(0)).kind);
        List<Long> cancelled = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            OrderIntent intent = pass(frames.at(LIFE + 200).quiet(-1));
            assertEquals(IntentKind.CANCEL, intent.kind);
            assertEquals(0, intent.instrument);
            cancelled.add(intent.clientOrderId);
        }
        assertEquals(ids, cancelled);
        assertEquals(IntentKind.NONE, pass(frames.quiet(0)).kind);
    }

    @Test
    void shouldNotCancelWhatHasEnded() {
        long id = send();
        fill(id, 1, "1", "0");
        assertEquals(IntentKind.NONE, pass(frames.at(LIFE).quiet(0)).kind);
    }

    @Test
    void shouldLetACancelForAgeWaitForANewOrder() {
        long first = send();
        frames.at(LIFE);
        send();
        assertEquals(1, stage.deferredCancels());

        OrderIntent next = pass(frames.quiet(0));
        assertEquals(IntentKind.CANCEL, next.kind);
        assertEquals(first, next.clientOrderId);
    }

    @Test
    void shouldCancelAllWhenRiskSaysSo() {
        send();
        send();
        EngineEvent event = frames.quiet(0);
        event.verdict().cancelAll = true;
        OrderIntent intent = pass(event);

        assertEquals(IntentKind.CANCEL_ALL, intent.kind);
        assertEquals(-1, intent.instrument);
        assertEquals(0, intent.clientOrderId);
        assertEquals(2, stage.openOrders(), "open until the venue confirms");
    }

    @Test
    void shouldPutTheKillBeforeEverything() {
        send();
        frames.at(LIFE);
        EngineEvent event = approved();
        event.verdict().cancelAll = true;
        assertEquals(IntentKind.CANCEL_ALL, pass(event).kind);
        assertEquals(1, stage.sent());
        assertEquals(IntentKind.CANCEL_ALL, pass(frames.command(Command.KILL)).kind, "even without risk's word");
        assertEquals(IntentKind.NONE, pass(frames.command(Command.PAUSE)).kind);
    }

    @Test
    void shouldHoldAsManyOrdersAsTheLimitSays() {
        for (int i = 0; i < Limits.OPEN_ORDERS; i++) {
            send();
        }
        assertEquals(Limits.OPEN_ORDERS, stage.openOrders());
        assertThrows(IllegalStateException.class, this::send);
    }

    @Test
    void shouldHashTheOpenOrders() {
        long empty = stage.stateHash();
        assertEquals(empty, new ExecutionStage(new ExecutionSettings(2_000), RUN).stateHash());
        long id = send();
        long sent = stage.stateHash();
        assertNotEquals(empty, sent);
        pass(frames.ack(id));
        assertNotEquals(sent, stage.stateHash());
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        long[] time = {0};
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                frames.at(time[0] += LIFE);
                pass(approved());
                long id = ClientOrderId.of(RUN, frames.sequence());
                pass(frames.ack(id));
                pass(frames.fill(0, id, i, Side.BUY, PRICE, ONE / 2, ONE / 2, 0));
                pass(frames.at(time[0] += LIFE).quiet(0));
                pass(frames.cancelled(id, ONE / 2));
            }
        });

        assertEquals(0L, bytes);
        assertTrue(stage.cancelled() >= 100_000, "cancelled " + stage.cancelled());
    }

    private long send() {
        return pass(approved()).clientOrderId;
    }

    private EngineEvent approved() {
        EngineEvent event = frames.quiet(0);
        event.signal().reason = SignalReason.PROPOSED;
        event.signal().side = Side.BUY;
        event.signal().timeInForce = TimeInForce.GTC;
        event.signal().limitPriceE8 = PRICE;
        event.signal().quantityE8 = ONE;
        event.verdict().reason = RiskReason.APPROVED;
        event.verdict().approvedQuantityE8 = ONE;
        return event;
    }

    private void fill(long id, long trade, String quantity, String leaves) {
        pass(frames.fill(0, id, trade, Side.BUY, PRICE, e8(quantity), e8(leaves), 0));
    }

    private OrderIntent pass(EngineEvent event) {
        stage.onEvent(event);
        return event.intent();
    }
}
