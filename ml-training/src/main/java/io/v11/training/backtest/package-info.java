/**
 * What a backtest was worth, beside what simple rules would have been worth on the same journal.
 *
 * <pre>
 *   BacktestPlan (run folders, trials) -> reading.RunReading -> Comparison -+-> TargetTable, Warnings -> BacktestReport -> page
 * </pre>
 */
package io.v11.training.backtest;
