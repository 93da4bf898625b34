/**
 * The orders of a finished run, each with the market that it was sent into and what became of it.
 *
 * <pre>
 *   RunReading's pass -> OrderTape -+-> BookTape     book at the decision
 *                                   +-> LaterPrices  price some time after decisions and fills
 *                                         OrderReading
 * </pre>
 */
package io.v11.training.execution.order;
