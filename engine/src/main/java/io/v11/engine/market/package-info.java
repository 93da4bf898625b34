/**
 * From market events to what is known of each market.
 *
 * <pre>
 *   bookDelta, bookSnapshot ─► book ──┐
 *   bestBidAsk ───────────────────────┴─► TopOfBook (the newer update id wins) ─┐
 *   trade ─► BarBuilder (1 s, 1 min) ───────────────────────────────────────────┼─► MarketView
 *   kline ─► the minute bar as the venue made it ───────────────────────────────┘
 * </pre>
 *
 * All state is per instrument and confined to the market stage's thread.
 */
package io.v11.engine.market;
