/**
 * How much and in what manner the price moves, over closed bars of one length.
 *
 * <pre>
 *   bar ─► BarMoves (the bar as logarithms, with what came before) ─► Measure ... Measure ─► RegimeFeatures
 *                                     sums over windows: SlidingSums
 * </pre>
 *
 * A missing bar breaks the series: what happened in it is not known, so every window begins anew. Bars without a trade are
 * flat. Sums are cut into blocks by the number of the bar since the epoch, so that after the warm-up the values have the
 * same bits wherever the replay began.
 */
package io.v11.engine.feature.regime;
