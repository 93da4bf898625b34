/**
 * Opinions on the market: each strategy is one class that says what position it would hold, and why not when it says nothing.
 *
 * <pre>
 *   event -> Strategy.onMarket      learns
 *   decision -> Strategy.decide -> Outlook (forecast, edge, share of the full size)
 * </pre>
 *
 * {@code EdgeStrategy} follows the models, {@code RulesStrategy} with its {@code Rule...} types is V10, the others are
 * comparisons.
 *
 * A new strategy is one class, one name in {@code SignalSettings.STRATEGIES}, one line in
 * {@link io.v11.engine.signal.strategy.Strategies}, and one test. What it costs to get there, how large a full position is and
 * when to order is none of its business.
 */
package io.v11.engine.signal.strategy;
