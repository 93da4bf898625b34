/**
 * A finished run read back into what a report needs.
 *
 * <pre>
 *   input log   -> MarketStage -> PortfolioStage -+-> TimeGrid, DeepestFall, PriceTape, DataWatch
 *   derived log -> Conclusions -------------------+-> directions, regimes, verdicts, causes of orders
 *                                                 +-> Ledger, Trips
 *                                                        RunReading
 * </pre>
 *
 * The stages are the engine's own, so equity is to the unit what the engine reckoned. Memory does not grow with the length of the
 * run, but for fills and trades, of which a bounded number is kept.
 */
package io.v11.training.backtest.reading;
