/**
 * What the engine did, counted: the last stage, and the figures of the report.
 *
 * <pre>
 *   MonitorStage -> EngineCounters (readable from outside while it runs)
 *                -> DirectionAccuracy (were the forecasts right)
 *                -> DriftDetector (is the market still the one of the training range)
 *                -> RunSummary (at the end)
 *   runner       -> LatencyHistograms (the clock is the runner's, not the stages')
 * </pre>
 */
package io.v11.engine.monitor;
