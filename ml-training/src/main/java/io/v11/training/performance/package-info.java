/**
 * What a run of trading was worth, from its equity and its round trips; pure functions of arrays.
 *
 * <pre>
 *   equity --> EquityCurve --> Drawdown, UnderWater, WindowReturns (7 days, all windows)
 *                  +-- daily() or hourly() returns + Trials --> ReturnStatistics (JudgedSharpe, TailRisk)
 *   round trips + Trials --> TradeStatistics (JudgedSharpe, CostSplit), Capacity
 * </pre>
 *
 * Every Sharpe is a {@link io.v11.training.performance.luck.JudgedSharpe}, so it names the trials it was chosen from. A
 * ratio whose denominator is zero is NaN, which JSON writes as null: nothing is made up where nothing can be said.
 */
package io.v11.training.performance;
