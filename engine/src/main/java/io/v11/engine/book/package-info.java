/**
 * The level-2 order book and the rules that keep it in step with the venue.
 *
 * <pre>
 *   bookDelta, bookSnapshot ─► BookSynchronizer ─► OrderBook ─► BookSide (bids)
 *                              in sequence?                 └─► BookSide (asks)
 *                              else PendingDeltas
 * </pre>
 *
 * A domain package, not a stage: the market stage shows its books to models, the simulated venue matches orders against
 * books of its own. Nothing here allocates after construction; nothing here knows a thread or a clock.
 */
package io.v11.engine.book;
