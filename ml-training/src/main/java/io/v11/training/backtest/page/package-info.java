/**
 * The report of a backtest as one HTML page that needs nothing beside it, as JSON and as CSV; {@code TearSheet} writes all of
 * them.
 */
package io.v11.training.backtest.page;
