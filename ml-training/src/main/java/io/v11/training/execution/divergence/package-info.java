/**
 * Where two runs over one market part: a live run and its simulation, or two simulations.
 *
 * <pre>
 *   OrderReading x 2 -> OrderMatcher -> OrderPair -+-> PnlBridge       from one profit to the other, exactly
 *                                                  +-> PairFigures     fills, prices, quantities, delays
 *                                                        DivergenceReport -> Tolerance: within, or beyond
 * </pre>
 */
package io.v11.training.execution.divergence;
