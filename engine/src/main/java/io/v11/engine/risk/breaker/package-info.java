/**
 * What stops trading, by itself or by a person's word, and the one way back up.
 *
 * <pre>
 *   equity, fills -> Breakers -> TradingSwitch <- a person
 *                     DrawdownGuard | DailyLoss | LossStreak | SlippageMean | RepeatedExecution
 * </pre>
 */
package io.v11.engine.risk.breaker;
