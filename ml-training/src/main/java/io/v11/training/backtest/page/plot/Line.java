package io.v11.training.backtest.page.plot;

/**
 * A line of a plot over time.
 *
 * @param name    in the legend; empty: none
 * @param style   class of the style sheet
 * @param timesNs rising
 * @param values  NaN breaks the line
 */
public record Line(String name, String style, long[] timesNs, double[] values) {
}
