/**
 * From past returns and the models' views to weights: what the portfolio does every N minutes.
 *
 * <pre>
 *   bar close ─► ReturnWindow ─► LedoitWolf ─► covariance ─┐
 *   models ────► Views ────────────────────────────────────┼─► WeightRule ─► Allocator ─► weights, or the previous ones and why
 *                              AllocationSettings, limits ─┘
 *
 *   WeightRule: MeanVariance (minimum variance too) | BlackLitterman | RiskParity | HierarchicalRiskParity | ShortfallRule
 * </pre>
 *
 * {@link io.v11.engine.allocation.ReturnWindow} and {@link io.v11.engine.allocation.Views} are written at events and allocate nothing there. A rebalance
 * allocates and takes milliseconds (CVaR up to some tenths of a second): it belongs at a timer, outside of the latency budget. Nothing here throws once
 * built, and nothing is NaN. The same inputs give the same bits: fixed orders of summation, one thread, no clock, no chance.
 *
 * <p>
 * Weights are fractions of equity, shorts negative. Returns are simple, per bar. Views and costs are for the horizon of a rebalance.
 */
package io.v11.engine.allocation;
