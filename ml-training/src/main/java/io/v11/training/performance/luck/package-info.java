/**
 * How much of a figure is the luck of the best of many: no Sharpe leaves here without the number of trials it was
 * chosen from.
 *
 * <pre>
 *   returns of one + Trials (from the ledger) --> JudgedSharpe (interval, PSR, DSR, minimum track) --+
 *   returns of all (TrialReturns) --> BacktestOverfitting (CSCV) ------------------------------------+--> AcceptanceRule
 *                                 +-> RealityCheck (White), PredictiveAbility (Hansen) --------------+         |
 *                                                                                                           Verdict
 * </pre>
 *
 * What it cannot see: trials that the ledger does not count, and a market that changes. Deflation takes the trials as
 * independent. When they resemble each other, counting each is strict, but their spread, which it multiplies, is small:
 * what they share is then judged as one trial is, and lets at most one null in twenty pass.
 */
package io.v11.training.performance.luck;
