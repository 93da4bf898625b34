package io.v11.engine.execution;

import io.v11.engine.slot.OrderIntent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Side;

/** One order of the engine, reused for a later one when it has ended. Quantities in base units E8, times event time. */
final class Order {
    private long clientOrderId;
    private int instrument;
    private Side side = Side.NONE;
    private long quantityE8;
    private long leavesE8;
    private long cancelDueNs;
    private OrderState state = OrderState.REJECTED;

    void open(OrderIntent intent, long cancelDueNs) {
        this.clientOrderId = intent.clientOrderId;
        this.instrument = intent.instrument;
        this.side = intent.side;
        this.quantityE8 = intent.quantityE8;
        this.leavesE8 = intent.quantityE8;
        this.cancelDueNs = cancelDueNs;
        this.state = OrderState.PENDING_NEW;
    }

    long clientOrderId() {
        return clientOrderId;
    }

    int instrument() {
        return instrument;
    }

    Side side() {
        return side;
    }

    OrderState state() {
        return state;
    }

    long quantityE8() {
        return quantityE8;
    }

    long leavesE8() {
        return leavesE8;
    }

    /** When its life ends and a cancel is due; again, when an earlier cancel was not answered. */
    long cancelDueNs() {
        return cancelDueNs;
    }

    void cancelDueNs(long timeNs) {
        cancelDueNs = timeNs;
    }

    void leaves(long quantity) {
        leavesE8 = quantity;
    }

    void moveTo(OrderState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("order cannot go from " + state + " to " + next + ": clientOrderId="
                    + clientOrderId + " quantityE8=" + quantityE8 + " leavesE8=" + leavesE8);
        }
        state = next;
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(hash, clientOrderId), leavesE8);
        return StateHash.add(StateHash.add(result, state.ordinal()), cancelDueNs);
    }
}
