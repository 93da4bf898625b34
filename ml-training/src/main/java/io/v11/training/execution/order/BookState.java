package io.v11.training.execution.order;

/**
 * The book as the engine saw it when it decided on an order. Seen from the order: its own side holds the orders that it would queue
 * with, the other side those that it would take.
 *
 * @param known         both sides were quoted; without it nothing else here means anything
 * @param spreadBps     of the mid
 * @param aheadE8       displayed at the order's price or better on its own side
 * @param ownDepthE8    displayed on its own side, as many levels as the engine's view has
 * @param otherDepthE8  displayed on the other side
 * @param imbalance     best quantities, own less other over their sum, -1 to 1
 * @param volatilityBps of the mid, per square root of a second
 * @param hitPerSecond  base units that takers traded against its own side of late, per second
 */
public record BookState(boolean known, double spreadBps, long aheadE8, long ownDepthE8, long otherDepthE8,
        double imbalance, double volatilityBps, double hitPerSecond) {
    /** Of a market without quotes. */
    static final BookState UNKNOWN = new BookState(false, Double.NaN, 0L, 0L, 0L, Double.NaN, Double.NaN,
            0.0);
}
