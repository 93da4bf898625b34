/**
 * How large a position should be: closed formulas without state of their own but for the volatility estimate. No stage; any stage may
 * use them.
 *
 * <pre>
 *   weight = direction x min(volatility target, capped fractional Kelly) x confidence
 * </pre>
 *
 * Only + - * / and sqrt on doubles, so results are the same on every machine; nothing is allocated after construction. What is not
 * finite or not known gives weight 0: no size without a reason.
 */
package io.v11.engine.sizing;
