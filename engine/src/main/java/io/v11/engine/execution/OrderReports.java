package io.v11.engine.execution;

import io.v11.config.Limits;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderAckDecoder;
import io.v11.journal.event.OrderCancelledDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderRejectedDecoder;
import io.v11.journal.event.VenueReason;

/**
 * Applies the venue's reports to the open orders. What a venue may rightly do is counted: repeat a report, let a fill
 * overtake its acknowledgement, fill after a cancel was asked for, report on an order that has ended. What it may not do
 * stops the engine: fill more than was ordered, fill the other side, reject what it acknowledged.
 *
 * <p>A replacement that the venue refuses ends the new order; what becomes of the one it was to replace, that order's own
 * reports say.
 *
 * <p>Each fill states what is left, so a fill that leaves no less than an earlier one is old and changes nothing.
 */
final class OrderReports {
    private final OrderAckDecoder ack = new OrderAckDecoder();
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private final OrderTable table;
    private long filled;
    private long ended;
    private long rejections;
    private long repeated;
    private long unmatched;
    private long lateFills;
    private long refusedCancels;

    OrderReports(OrderTable table) {
        this.table = table;
    }

    void onEvent(EngineEvent event) {
        switch (event.templateId()) {
            case OrderAckDecoder.TEMPLATE_ID -> onAck(event);
            case OrderFillDecoder.TEMPLATE_ID -> onFill(event);
            case OrderCancelledDecoder.TEMPLATE_ID -> onCancelled(event);
            case OrderRejectedDecoder.TEMPLATE_ID -> onRejected(event);
            default -> {
            }
        }
    }

    /** Orders filled to the end. */
    long filled() {
        return filled;
    }

    /** Orders that ended with something left. */
    long ended() {
        return ended;
    }

    /** New orders that the venue refused. */
    long rejections() {
        return rejections;
    }

    /** Reports that said what was known already. */
    long repeated() {
        return repeated;
    }

    /** Reports on orders that are not open. */
    long unmatched() {
        return unmatched;
    }

    /** Fills that came after a cancel was asked for. */
    long lateFills() {
        return lateFills;
    }

    /** Cancels that the venue refused. */
    long refusedCancels() {
        return refusedCancels;
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(StateHash.add(hash, filled), ended), rejections);
        return StateHash.add(StateHash.add(StateHash.add(result, repeated), unmatched), lateFills);
    }

    private void onAck(EngineEvent event) {
        ack.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        int index = table.find(ack.clientOrderId());
        if (index < 0) {
            unmatched++;
        } else if (table.at(index).state() == OrderState.PENDING_NEW) {
            table.at(index).moveTo(OrderState.WORKING);
        } else {
            repeated++;
        }
    }

    private void onFill(EngineEvent event) {
        fill.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        int index = table.find(fill.clientOrderId());
        if (index < 0) {
            unmatched++;
            return;
        }
        Order order = table.at(index);
        long leavesE8 = fill.leavesQuantityE8();
        if (fill.side() != order.side() || event.instrument() != order.instrument() || leavesE8 < 0
                || fill.quantityE8() > order.quantityE8() - leavesE8) {
            throw new IllegalStateException("fill does not fit its order: sequence=" + event.sequence()
                    + " clientOrderId=" + order.clientOrderId() + " ordered=" + order.side() + " " + order.quantityE8()
                    + " E8 of instrument " + order.instrument() + ", filled=" + fill.side() + " " + fill.quantityE8()
                    + " E8 of instrument " + event.instrument() + " leaving " + leavesE8);
        }
        if (leavesE8 >= order.leavesE8()) {
            repeated++;
            return;
        }
        onFillApply(index, order, leavesE8);
    }

    private void onFillApply(int index, Order order, long leavesE8) {
        order.leaves(leavesE8);
        boolean cancelAsked = order.state() == OrderState.PENDING_CANCEL;
        if (cancelAsked) {
            lateFills++;
        }
        if (leavesE8 == 0) {
            order.moveTo(OrderState.FILLED);
            table.remove(index);
            filled++;
        } else if (!cancelAsked) {
            order.moveTo(OrderState.PARTIALLY_FILLED);
        }
    }

    private void onCancelled(EngineEvent event) {
        cancelled.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        int index = table.find(cancelled.clientOrderId());
        if (index < 0) {
            unmatched++;
            return;
        }
        table.at(index).moveTo(OrderState.CANCELLED);
        table.remove(index);
        ended++;
    }

    private void onRejected(EngineEvent event) {
        rejected.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        int index = table.find(rejected.clientOrderId());
        if (rejected.refused() != IntentKind.NEW && rejected.refused() != IntentKind.REPLACE) {
            refusedCancels++;
        } else if (index < 0) {
            unmatched++;
        } else if (rejected.reason() == VenueReason.DUPLICATE_CLIENT_ORDER_ID) {
            // The venue knows an order under this id: it may work, so it stays open until the venue says otherwise.
            repeated++;
        } else {
            table.at(index).moveTo(OrderState.REJECTED);
            table.remove(index);
            rejections++;
        }
    }
}
