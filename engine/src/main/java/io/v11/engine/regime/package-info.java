/**
 * In which state the market of an instrument is.
 *
 * <pre>
 *   bar ─► BarObservation ─┬─► ObservationWindow ─► ModelFit (a round a bar) ─► MarkovModel
 *       (log volatility,   ├─► StateFilter (posterior of each state) ◄──────────────┘
 *        trend)            └─► ChangePoints (that it changed of late)
 *                                  └──► StateSwitch (hysteresis) ─► RegimeView
 * </pre>
 *
 * All of it is per instrument, moves when a bar of the configured length closes, and is confined to the regime stage's
 * thread.
 */
package io.v11.engine.regime;
