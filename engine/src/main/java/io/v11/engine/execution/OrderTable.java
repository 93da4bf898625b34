package io.v11.engine.execution;

import io.v11.config.Limits;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.slot.StateHash;

/**
 * The open orders, at most {@link Limits#OPEN_ORDERS}, in a dense array that is searched by walking it. Order of the
 * array depends on the events alone. Allocates nothing after construction.
 */
final class OrderTable {
    private final Order[] orders = new Order[Limits.OPEN_ORDERS];
    private int count;

    OrderTable() {
        for (int i = 0; i < orders.length; i++) {
            orders[i] = new Order();
        }
    }

    int count() {
        return count;
    }

    Order at(int index) {
        return orders[index];
    }

    Order open(OrderIntent intent, long cancelDueNs) {
        if (count == orders.length) {
            throw new IllegalStateException("more open orders than the table holds: limit=" + orders.length
                    + " clientOrderId=" + intent.clientOrderId + "; risk must not approve so many");
        }
        Order order = orders[count++];
        order.open(intent, cancelDueNs);
        return order;
    }

    /** Position of the order, -1 when it is not open. */
    int find(long clientOrderId) {
        for (int i = 0; i < count; i++) {
            if (orders[i].clientOrderId() == clientOrderId) {
                return i;
            }
        }
        return -1;
    }

    /** The order whose cancel is due first, null when none is open. */
    Order oldest() {
        Order oldest = null;
        for (int i = 0; i < count; i++) {
            if (oldest == null || orders[i].cancelDueNs() < oldest.cancelDueNs()) {
                oldest = orders[i];
            }
        }
        return oldest;
    }

    void remove(int index) {
        count--;
        Order removed = orders[index];
        orders[index] = orders[count];
        orders[count] = removed;
    }

    long addTo(long hash) {
        long result = StateHash.add(hash, count);
        for (int i = 0; i < count; i++) {
            result = orders[i].addTo(result);
        }
        return result;
    }
}
