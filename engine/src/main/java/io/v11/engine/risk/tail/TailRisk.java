package io.v11.engine.risk.tail;

/** One method's view of the loss of the book over a bar: quote currency, losses positive. Confined to one thread, 0 bytes for each call. */
interface TailRisk {
    /** Signed notional of one instrument from now on. */
    void exposure(int instrument, double notional);

    /** The loss that is not passed with the stated confidence. */
    double valueAtRisk();

    /** The mean loss beyond that. */
    double expectedShortfall();

    /** Expected shortfall with the order filled, less that without: negative when the order hedges. */
    double marginalShortfall(int instrument, double orderNotional);
}
