/**
 * How a backtest is played: a recording, a span of it, a configuration; the subject and those that it is compared with; and the
 * ledger that counts what was tried on the data.
 *
 * <pre>
 *   MarketJournal ─► ModelRanges (refuses) ─► BacktestRun ─► a run folder ─► ..backtest (reading, tear sheet)
 *                                     Rivals ─► BacktestRun ─┘
 *   v11 optimize ─► BacktestObjective ─► BacktestRun ─► measures
 * </pre>
 */
package io.v11.training.backtest.run;
