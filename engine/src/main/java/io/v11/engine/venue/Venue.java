package io.v11.engine.venue;

import io.v11.engine.slot.OrderIntent;

/**
 * Where orders go. Answers come back as input events, not through this port. A replay gives a venue that ignores what
 * it is told: the answers are in the log.
 */
@FunctionalInterface
public interface Venue {
    /**
     * Takes a new order, a cancel or a cancel of all orders. Copies what it needs, never blocks, never allocates;
     * throws when its queue is full, for an order that cannot be sent must stop the engine and not be forgotten.
     *
     * @param timeNs event time of the cause
     */
    void submit(OrderIntent intent, long timeNs);
}
