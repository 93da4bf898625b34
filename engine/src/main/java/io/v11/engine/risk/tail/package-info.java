/**
 * What the book could lose: value at risk and expected shortfall by three methods, what one more order would add, and stress.
 *
 * <pre>
 *   bar close ─► EwmaCovariance ─► residuals ─┐
 *        └─────► ScenarioMatrix (as they were) │
 *                        ▼                     ▼
 *   exposure ─► ScenarioLosses            ScenarioLosses x volatility now      EwmaCovariance
 *                        │ HISTORICAL          │ FILTERED_HISTORICAL               │ PARAMETRIC
 *                        └───────────► TailSum ┴──────── LiveTailRisk ─────────────┘
 *   exposure ─► StressScenarios (LUNA, FTX, halt)
 * </pre>
 *
 * Losses are positive, in quote currency; exposures are signed notionals in quote currency; returns are simple, per bar. All of it belongs to
 * one thread, allocates in constructors only, and sums in a fixed order: the same calls give the same bits on every machine.
 */
package io.v11.engine.risk.tail;
