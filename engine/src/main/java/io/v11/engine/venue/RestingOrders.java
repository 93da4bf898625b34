package io.v11.engine.venue;

import io.v11.config.Limits;
import io.v11.journal.event.Side;

/**
 * All orders that the venue works, three lists per instrument: buys and sells that rest at a limit, best price first and,
 * at one price, the earlier first; and those that wait for something (a stop's price, the next bar), the earlier first. At
 * most {@link Limits#OPEN_ORDERS}, from a pool. Allocates nothing after construction.
 */
final class RestingOrders {
    private static final int LISTS = 3;
    private static final int BUYS = 0;
    private static final int SELLS = 1;
    static final int WAITING = 2;
    /** Of an order that was taken from the pool and is in no list yet. */
    private static final int NOWHERE = -1;

    private final RestingOrder[][] firsts;
    private RestingOrder free;
    private int count;

    RestingOrders(int instruments) {
        firsts = new RestingOrder[LISTS][instruments];
        for (int i = 0; i <= Limits.OPEN_ORDERS; i++) { // one more, for an order that takes and never rests
            RestingOrder order = new RestingOrder();
            order.next = free;
            free = order;
        }
    }

    /** Orders in the lists. */
    int count() {
        return count;
    }

    int instruments() {
        return firsts[BUYS].length;
    }

    /** Best order of a side, null when there is none; the others follow by {@link RestingOrder#next}. */
    RestingOrder first(int instrument, Side side) {
        return firsts[side == Side.BUY ? BUYS : SELLS][instrument];
    }

    /** Earliest of the stops and of the orders that wait for a bar. */
    RestingOrder firstWaiting(int instrument) {
        return firsts[WAITING][instrument];
    }

    /** An order from the pool that is in no list. */
    RestingOrder take(Arrival arrival, long nowNs) {
        RestingOrder order = free;
        free = order.next;
        order.next = null;
        order.list = NOWHERE;
        order.take(arrival, nowNs);
        return order;
    }

    /** Lets a limit order rest at its price; it may have waited before. */
    void rest(RestingOrder order) {
        unlink(order);
        order.list = order.side == Side.BUY ? BUYS : SELLS;
        boolean buy = order.side == Side.BUY;
        RestingOrder before = null;
        RestingOrder after = firsts[order.list][order.instrument];
        while (after != null && (buy ? after.priceE8 >= order.priceE8 : after.priceE8 <= order.priceE8)) {
            before = after;
            after = after.next;
        }
        link(before, order, after);
    }

    /** Lets an order wait. */
    void await(RestingOrder order) {
        order.list = WAITING;
        RestingOrder before = null;
        RestingOrder after = firsts[WAITING][order.instrument];
        while (after != null) {
            before = after;
            after = after.next;
        }
        link(before, order, null);
    }

    /** Takes an order out and returns it to the pool; the one after it is what it returns. */
    RestingOrder remove(RestingOrder order) {
        RestingOrder after = order.next;
        unlink(order);
        order.next = free;
        free = order;
        return after;
    }

    /** The order with this id, null when none works. */
    RestingOrder find(long clientOrderId) {
        for (RestingOrder[] list : firsts) {
            for (RestingOrder first : list) {
                for (RestingOrder order = first; order != null; order = order.next) {
                    if (order.clientOrderId == clientOrderId) {
                        return order;
                    }
                }
            }
        }
        return null;
    }

    private void link(RestingOrder before, RestingOrder order, RestingOrder after) {
        if (count == Limits.OPEN_ORDERS) {
            throw new IllegalStateException("more resting orders than the simulated venue holds: limit="
                    + Limits.OPEN_ORDERS + " clientOrderId=" + order.clientOrderId);
        }
        order.next = after;
        if (before == null) {
            firsts[order.list][order.instrument] = order;
        } else {
            before.next = order;
        }
        count++;
    }

    private void unlink(RestingOrder order) {
        if (order.list == NOWHERE) {
            return;
        }
        RestingOrder[] list = firsts[order.list];
        if (list[order.instrument] == order) {
            list[order.instrument] = order.next;
        } else {
            RestingOrder before = list[order.instrument];
            while (before.next != order) {
                before = before.next;
            }
            before.next = order.next;
        }
        order.list = NOWHERE;
        count--;
    }
}
