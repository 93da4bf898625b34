/** The drawings of a tear sheet: lines over time, bars with fills, a histogram, a waterfall, a table of shades. */
package io.v11.training.backtest.page.plot;
