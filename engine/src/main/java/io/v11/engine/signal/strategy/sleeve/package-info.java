/**
 * A portfolio of simple, well-known effects, each given the same risk: nothing in it is fitted to returns.
 *
 * <pre>
 *   hourly bars ─► Trend, CrossSection, TakerFlow ─┐  score -1..1 an instrument
 *   daily series ─► FearGreed, Macro, FundingHeat ─┴► / volatility ─► UnitRisk ─► mean ─► UnitRisk x risk ─► weights
 *                                                     or x share: SleeveShares ◄─ io.v11.engine.allocation
 * </pre>
 *
 * {@link io.v11.engine.signal.strategy.sleeve.SleevePortfolio} is the whole of it. A new effect is one class that implements
 * {@link io.v11.engine.signal.strategy.sleeve.Sleeve}, one name in {@code SignalSettings.Sleeves} and one test.
 */
package io.v11.engine.signal.strategy.sleeve;
