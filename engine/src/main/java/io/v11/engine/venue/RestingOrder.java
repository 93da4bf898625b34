package io.v11.engine.venue;

import io.v11.journal.event.Side;

/** An order that rests in the simulated venue, and its place in the list of its side. Pooled. Quantities in E8. */
final class RestingOrder {
    long clientOrderId;
    int instrument;
    Side side = Side.NONE;
    long priceE8;
    long leavesE8;
    /** What stands before it at its price and must trade first. */
    long queueAheadE8;
    RestingOrder next;
}
