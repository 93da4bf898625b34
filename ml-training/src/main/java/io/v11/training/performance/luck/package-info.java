/**
 * How much of a figure is the luck of the best of many: no Sharpe leaves here without the number of trials it was chosen from.
 *
 * <pre>
 *   returns of one  + Trials (count and spread, from the ledger) --> JudgedSharpe (interval, PSR, DSR, minimum track)  --+
 *   returns of all  (TrialReturns) --> BacktestOverfitting (CSCV) --------------------------------------------------------+--> AcceptanceRule
 *                                 +--> RealityCheck (White), PredictiveAbility (Hansen) ----------------------------------+        --> Verdict
 * </pre>
 *
 * What it cannot see: trials that the ledger does not count, and a market that changes. Deflation assumes trials that are
 * independent of each other; counting correlated ones in full makes it stricter, not laxer.
 */
package io.v11.training.performance.luck;
