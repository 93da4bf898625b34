package io.v11.engine.venue;

import io.v11.config.Limits;
import io.v11.journal.event.Side;

/**
 * All resting orders, one list per instrument and side, best price first and, at one price, the earlier first. At most
 * {@link Limits#OPEN_ORDERS}, from a pool. Allocates nothing after construction.
 */
final class RestingOrders {
    private final RestingOrder[] firstBuys;
    private final RestingOrder[] firstSells;
    private RestingOrder free;
    private int count;

    RestingOrders(int instruments) {
        firstBuys = new RestingOrder[instruments];
        firstSells = new RestingOrder[instruments];
        for (int i = 0; i < Limits.OPEN_ORDERS; i++) {
            RestingOrder order = new RestingOrder();
            order.next = free;
            free = order;
        }
    }

    int count() {
        return count;
    }

    /** Best order of a side, null when there is none; the others follow by {@link RestingOrder#next}. */
    RestingOrder first(int instrument, Side side) {
        return lists(side)[instrument];
    }

    void add(Arrival arrival, long leavesE8, long queueAheadE8) {
        if (free == null) {
            throw new IllegalStateException("more resting orders than the simulated venue holds: limit="
                    + Limits.OPEN_ORDERS + " clientOrderId=" + arrival.clientOrderId);
        }
        RestingOrder order = free;
        free = order.next;
        order.clientOrderId = arrival.clientOrderId;
        order.instrument = arrival.instrument;
        order.side = arrival.side;
        order.priceE8 = arrival.priceE8;
        order.leavesE8 = leavesE8;
        order.queueAheadE8 = queueAheadE8;
        insert(order);
        count++;
    }

    /** Takes an order out and returns it to the pool; the one after it is what it returns. */
    RestingOrder remove(RestingOrder order) {
        RestingOrder[] firsts = lists(order.side);
        RestingOrder after = order.next;
        if (firsts[order.instrument] == order) {
            firsts[order.instrument] = after;
        } else {
            RestingOrder before = firsts[order.instrument];
            while (before.next != order) {
                before = before.next;
            }
            before.next = after;
        }
        order.next = free;
        free = order;
        count--;
        return after;
    }

    /** The order with this id, null when none rests. */
    RestingOrder find(long clientOrderId) {
        for (int i = 0; i < firstBuys.length; i++) {
            RestingOrder found = findIn(firstBuys[i], clientOrderId);
            found = found == null ? findIn(firstSells[i], clientOrderId) : found;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static RestingOrder findIn(RestingOrder first, long clientOrderId) {
        RestingOrder order = first;
        while (order != null && order.clientOrderId != clientOrderId) {
            order = order.next;
        }
        return order;
    }

    private void insert(RestingOrder order) {
        RestingOrder[] firsts = lists(order.side);
        boolean buy = order.side == Side.BUY;
        RestingOrder before = null;
        RestingOrder after = firsts[order.instrument];
        while (after != null && (buy ? after.priceE8 >= order.priceE8 : after.priceE8 <= order.priceE8)) {
            before = after;
            after = after.next;
        }
        order.next = after;
        if (before == null) {
            firsts[order.instrument] = order;
        } else {
            before.next = order;
        }
    }

    private RestingOrder[] lists(Side side) {
        return side == Side.BUY ? firstBuys : firstSells;
    }
}
