/**
 * What travels round the ring: one frame and the results that the stages add to it.
 *
 * <pre>
 *   EngineEvent = frame | MarketView | PortfolioView | FeatureVector | ModelScores | Signal | RiskVerdict | OrderIntent
 *                 edge    market       portfolio       feature         inference     signal   risk          execution
 * </pre>
 *
 * Each part is written by exactly the stage below it and read by those after it. Stages know this package and nothing
 * of one another.
 */
package io.v11.engine.slot;
